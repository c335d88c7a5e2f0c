/**
 * Libraries in `/usr/lib64` of Amazon Linux 2 under Lambda on x86_64, as another project listed them from inside of a function on
 * 2019-05-13: https://github.com/lambci/docker-lambda/blob/81b246c183d5c6723b65fe1b391fbbed8cfc16c9/base/base-2/fs.txt
 * Names of whole versions, to which these are links, are left out.
 */
export const LIBRARIES_OF_2019: readonly string[] = (
  'ld-2.26.so ld-linux-x86-64.so.2 libBrokenLocale.so.1 libSegFault.so libacl.so.1 libanl.so.1 libattr.so.1 libc.so.6 ' +
  'libcap.so.2 libcidn.so.1 libcom_err.so.2 libcrypto.so.1.0.2k libcrypto.so.10 libdl.so.2 libffi.so.6 libform.so.6 ' +
  'libformw.so.6 libfreebl3.so libfreeblpriv3.so libgcc_s-7-20180303.so.1 libgcc_s.so.1 libgmp.so.10 libgmpxx.so.4 ' +
  'libgssapi_krb5.so.2 libgssrpc.so.4 libk5crypto.so.3 libkdb5.so.8 libkeyutils.so.1 libkrad.so.0 libkrb5.so.3 ' +
  'libkrb5support.so.0 libm.so.6 libmemusage.so libmenu.so.6 libmenuw.so.6 libmvec.so.1 libncurses.so.6 libncursesw.so.6 ' +
  'libnsl.so.1 libnspr4.so libnss_compat.so.2 libnss_dns.so.2 libnss_files.so.2 libnssckbi.so libnssutil3.so ' +
  'libp11-kit.so.0 libpanel.so.6 libpanelw.so.6 libpcprofile.so libpcre.so.1 libpcre16.so.0 libpcre32.so.0 ' +
  'libpcrecpp.so.0 libpcreposix.so.0 libplc4.so libplds4.so libpopt.so.0 libpthread.so.0 libresolv.so.2 librt.so.1 ' +
  'libselinux.so.1 libsepol.so.1 libssl.so.1.0.2k libssl.so.10 libstdc++.so.6 libtasn1.so.6 libthread_db.so.1 libtic.so.6 ' +
  'libtinfo.so.6 libutil.so.1 libverto.so.1 libz.so.1 p11-kit-proxy.so p11-kit-trust.so'
).split(' ');
