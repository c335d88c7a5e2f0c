import type { BaseName } from '../facts.ts';

/**
 * Packages that a Lambda runtime's own database of rpm names, as `name-version`, with the libraries that each brings. The names are
 * from `rpm -qa` (`packages-*.txt`), which reads that database and not the folders; both CPUs have the same. The libraries are those
 * that upstream calls so by its SONAME; which of glibc's own packages has one is not told apart. A package without a line here
 * brings no library into `/lib64`. Amazon Linux 1 is left out: python3.7 alone has it, for which AWS takes no functions any more.
 */
export const INSTALLED_PACKAGES: Readonly<Partial<Record<BaseName, Readonly<Record<string, string>>>>> = {
  // https://github.com/shogo82148/docker-lambda/blob/487748dc8f88d7563c8247a18bd618514c4bf736/dockerfiles/nodejs16.x
  al2: {
    'bzip2-libs-1.0.6': 'libbz2.so.1',
    'expat-2.1.0': 'libexpat.so.1',
    'fontconfig-2.13.0': 'libfontconfig.so.1',
    'freetype-2.8': 'libfreetype.so.6',
    'glibc-2.26':
      'ld-2.26.so libBrokenLocale.so.1 libSegFault.so libanl.so.1 libc.so.6 libcidn.so.1 libdl.so.2 libm.so.6 libmemusage.so ' +
      'libmvec.so.1 libnsl.so.1 libnss_compat.so.2 libnss_dns.so.2 libnss_files.so.2 libpcprofile.so libpthread.so.0 ' +
      'libresolv.so.2 librt.so.1 libthread_db.so.1 libutil.so.1',
    'gmp-6.0.0': 'libgmp.so.10 libgmpxx.so.4',
    'keyutils-libs-1.5.8': 'libkeyutils.so.1',
    'krb5-libs-1.15.1':
      'libgssapi_krb5.so.2 libgssrpc.so.4 libk5crypto.so.3 libkdb5.so.8 libkrad.so.0 libkrb5.so.3 libkrb5support.so.0',
    'libacl-2.2.51': 'libacl.so.1',
    'libattr-2.4.46': 'libattr.so.1',
    'libcap-2.54': 'libcap.so.2 libpsx.so.2',
    'libcom_err-1.42.9': 'libcom_err.so.2',
    'libffi-3.0.13': 'libffi.so.6',
    'libgcc-7.3.1': 'libgcc_s-7-20180712.so.1 libgcc_s.so.1',
    'libicu-50.2':
      'libicudata.so.50 libicui18n.so.50 libicuio.so.50 libicule.so.50 libiculx.so.50 libicutest.so.50 libicutu.so.50 libicuuc.so.50',
    'libpng-1.5.13': 'libpng15.so.15',
    'libselinux-2.5': 'libselinux.so.1',
    'libsepol-2.5': 'libsepol.so.1',
    'libstdc++-7.3.1': 'libstdc++.so.6',
    'libtasn1-4.10': 'libtasn1.so.6',
    'libuuid-2.30.2': 'libuuid.so.1',
    'libverto-0.2.5': 'libverto.so.1',
    'ncurses-libs-6.0':
      'libform.so.6 libformw.so.6 libmenu.so.6 libmenuw.so.6 libncurses.so.6 libncursesw.so.6 libpanel.so.6 libpanelw.so.6 ' +
      'libtic.so.6 libtinfo.so.6',
    'nspr-4.35.0': 'libnspr4.so libplc4.so libplds4.so',
    'nss-softokn-freebl-3.90.0': 'libfreebl3.so libfreeblpriv3.so',
    'nss-util-3.90.0': 'libnssutil3.so',
    'openssl-snapsafe-libs-1.0.2k': 'libcrypto.so.10 libcrypto.so.1.0.2k libssl.so.10 libssl.so.1.0.2k',
    'p11-kit-0.23.22': 'libp11-kit.so.0 p11-kit-proxy.so',
    'p11-kit-trust-0.23.22': 'libnssckbi.so p11-kit-trust.so',
    'pcre-8.32': 'libpcre.so.1 libpcre16.so.0 libpcre32.so.0 libpcrecpp.so.0 libpcreposix.so.0',
    'popt-1.13': 'libpopt.so.0',
    'zlib-1.2.7': 'libz.so.1',
  },
  // https://github.com/shogo82148/docker-lambda/blob/d5e5ae86a9fc6065d5ef0088723bd137c9c19ce7/dockerfiles/provided.al2023
  al2023: {
    'audit-libs-3.1.5': 'libaudit.so.1 libauparse.so.0',
    'bzip2-libs-1.0.8': 'libbz2.so.1',
    'file-libs-5.39': 'libmagic.so.1',
    'glib2-2.82.2':
      'libgio-2.0.so.0 libgirepository-2.0.so.0 libglib-2.0.so.0 libgmodule-2.0.so.0 libgobject-2.0.so.0 libgthread-2.0.so.0',
    'glibc-2.34':
      'libBrokenLocale.so.1 libSegFault.so libanl.so.1 libc.so.6 libc_malloc_debug.so.0 libdl.so.2 libm.so.6 libmemusage.so ' +
      'libmvec.so.1 libnss_compat.so.2 libnss_dns.so.2 libnss_files.so.2 libpcprofile.so libpthread.so.0 libresolv.so.2 ' +
      'librt.so.1 libthread_db.so.1 libutil.so.1',
    'gmp-6.2.1': 'libgmp.so.10',
    'gobject-introspection-1.82.0': 'libgirepository-1.0.so.1',
    'gpgme-1.23.2': 'libgpgme.so.11',
    'json-c-0.14': 'libjson-c.so.5',
    'keyutils-libs-1.6.3': 'libkeyutils.so.1',
    'krb5-libs-1.21.3':
      'libgssapi_krb5.so.2 libgssrpc.so.4 libk5crypto.so.3 libkdb5.so.10 libkrad.so.0 libkrb5.so.3 libkrb5support.so.0',
    'libacl-2.3.1': 'libacl.so.1',
    'libarchive-3.7.4': 'libarchive.so.13',
    'libassuan-2.5.5': 'libassuan.so.0',
    'libattr-2.5.1': 'libattr.so.1',
    'libblkid-2.37.4': 'libblkid.so.1',
    'libcap-2.73': 'libcap.so.2 libpsx.so.2',
    'libcap-ng-0.8.2': 'libcap-ng.so.0 libdrop_ambient.so.0',
    'libcom_err-1.46.5': 'libcom_err.so.2',
    'libcurl-minimal-8.17.0': 'libcurl.so.4',
    'libdnf-0.69.0': 'libdnf.so.2',
    'libffi-3.4.4': 'libffi.so.8',
    'libgcc-14.2.1': 'libgcc_s.so.1',
    'libgcrypt-1.10.2': 'libgcrypt.so.20',
    'libgpg-error-1.42': 'libgpg-error.so.0',
    'libidn2-2.3.2': 'libidn2.so.0',
    'libmodulemd-2.13.0': 'libmodulemd.so.2',
    'libmount-2.37.4': 'libmount.so.1',
    'libnghttp2-1.59.0': 'libnghttp2.so.14',
    'libpeas-1.32.0': 'libpeas-1.0.so.0',
    'libpsl-0.21.5': 'libpsl.so.5',
    'librepo-1.14.5': 'librepo.so.0',
    'libselinux-3.4': 'libselinux.so.1',
    'libsepol-3.4': 'libsepol.so.2',
    'libsigsegv-2.13': 'libsigsegv.so.2',
    'libsmartcols-2.37.4': 'libsmartcols.so.1',
    'libsolv-0.7.22': 'libsolv.so.1 libsolvext.so.1',
    'libstdc++-14.2.1': 'libstdc++.so.6',
    'libtasn1-4.19.0': 'libtasn1.so.6',
    'libunistring-0.9.10': 'libunistring.so.2',
    'libuuid-2.37.4': 'libuuid.so.1',
    'libverto-0.3.2': 'libverto.so.1',
    'libxml2-2.10.4': 'libxml2.so.2',
    'libyaml-0.2.5': 'libyaml-0.so.2',
    'libzstd-1.5.5': 'libzstd.so.1',
    'lua-libs-5.4.4': 'liblua-5.4.so',
    'lz4-libs-1.9.4': 'liblz4.so.1',
    'mpfr-4.1.0': 'libmpfr.so.6',
    'ncurses-libs-6.6':
      'libform.so.6 libformw.so.6 libmenu.so.6 libmenuw.so.6 libncurses.so.6 libncursesw.so.6 libpanel.so.6 libpanelw.so.6 ' +
      'libtic.so.6 libtinfo.so.6',
    'npth-1.6': 'libnpth.so.0',
    'openssl-snapsafe-libs-3.5.5': 'libcrypto.so.3 libssl.so.3',
    'p11-kit-0.24.1': 'libp11-kit.so.0 p11-kit-proxy.so',
    'p11-kit-trust-0.24.1': 'libnssckbi.so',
    'pcre2-10.40': 'libpcre2-8.so.0 libpcre2-posix.so.3',
    'popt-1.18': 'libpopt.so.0',
    'readline-8.1': 'libhistory.so.8 libreadline.so.8',
    'rpm-libs-4.16.1.3': 'librpm.so.9 librpmio.so.9',
    'sqlite-libs-3.40.0': 'libsqlite3.so.0',
    'xz-libs-5.2.5': 'liblzma.so.5',
    'zlib-1.2.11': 'libz.so.1',
  },
};
