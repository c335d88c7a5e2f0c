// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { BaseFacts } from '../facts.ts';

export default {
  name: 'al2',
  glibcPackage: 'glibc-2.26-64.amzn2.0.5',
  libraries: {
    x86_64: [
      'ld-2.26.so', 'ld-linux-x86-64.so.2', 'libBrokenLocale.so.1', 'libSegFault.so', 'libacl.so.1', 'libanl.so.1',
      'libattr.so.1', 'libbz2.so.1', 'libc.so.6', 'libcap.so.2', 'libcidn.so.1', 'libcom_err.so.2',
      'libcrypto.so.1.0.2k', 'libcrypto.so.10', 'libdl.so.2', 'libexpat.so.1', 'libffi.so.6', 'libfontconfig.so.1',
      'libform.so.6', 'libformw.so.6', 'libfreebl3.so', 'libfreeblpriv3.so', 'libfreetype.so.6',
      'libgcc_s-7-20180712.so.1', 'libgcc_s.so.1', 'libgmp.so.10', 'libgmpxx.so.4', 'libgssapi_krb5.so.2',
      'libgssrpc.so.4', 'libicudata.so.50', 'libicui18n.so.50', 'libicuio.so.50', 'libicule.so.50', 'libiculx.so.50',
      'libicutest.so.50', 'libicutu.so.50', 'libicuuc.so.50', 'libk5crypto.so.3', 'libkdb5.so.8', 'libkeyutils.so.1',
      'libkrad.so.0', 'libkrb5.so.3', 'libkrb5support.so.0', 'libm.so.6', 'libmemusage.so', 'libmenu.so.6',
      'libmenuw.so.6', 'libmvec.so.1', 'libncurses.so.6', 'libncursesw.so.6', 'libnsl.so.1', 'libnspr4.so',
      'libnss_compat.so.2', 'libnss_dns.so.2', 'libnss_files.so.2', 'libnssckbi.so', 'libnssutil3.so',
      'libp11-kit.so.0', 'libpanel.so.6', 'libpanelw.so.6', 'libpcprofile.so', 'libpcre.so.1', 'libpcre16.so.0',
      'libpcre32.so.0', 'libpcrecpp.so.0', 'libpcreposix.so.0', 'libplc4.so', 'libplds4.so', 'libpng15.so.15',
      'libpopt.so.0', 'libpsx.so.2', 'libpthread.so.0', 'libresolv.so.2', 'librt.so.1', 'libselinux.so.1',
      'libsepol.so.1', 'libssl.so.1.0.2k', 'libssl.so.10', 'libstdc++.so.6', 'libtasn1.so.6', 'libthread_db.so.1',
      'libtic.so.6', 'libtinfo.so.6', 'libutil.so.1', 'libuuid.so.1', 'libverto.so.1', 'libz.so.1', 'p11-kit-proxy.so',
      'p11-kit-trust.so',
    ],
    arm64: [
      'ld-2.26.so', 'ld-linux-aarch64.so.1', 'libBrokenLocale.so.1', 'libSegFault.so', 'libacl.so.1', 'libanl.so.1',
      'libattr.so.1', 'libbz2.so.1', 'libc.so.6', 'libcap.so.2', 'libcidn.so.1', 'libcom_err.so.2',
      'libcrypto.so.1.0.2k', 'libcrypto.so.10', 'libdl.so.2', 'libexpat.so.1', 'libffi.so.6', 'libfontconfig.so.1',
      'libform.so.6', 'libformw.so.6', 'libfreebl3.so', 'libfreeblpriv3.so', 'libfreetype.so.6',
      'libgcc_s-7-20180712.so.1', 'libgcc_s.so.1', 'libgmp.so.10', 'libgmpxx.so.4', 'libgssapi_krb5.so.2',
      'libgssrpc.so.4', 'libicudata.so.50', 'libicui18n.so.50', 'libicuio.so.50', 'libicule.so.50', 'libiculx.so.50',
      'libicutest.so.50', 'libicutu.so.50', 'libicuuc.so.50', 'libk5crypto.so.3', 'libkdb5.so.8', 'libkeyutils.so.1',
      'libkrad.so.0', 'libkrb5.so.3', 'libkrb5support.so.0', 'libm.so.6', 'libmemusage.so', 'libmenu.so.6',
      'libmenuw.so.6', 'libncurses.so.6', 'libncursesw.so.6', 'libnsl.so.1', 'libnspr4.so', 'libnss_compat.so.2',
      'libnss_dns.so.2', 'libnss_files.so.2', 'libnssckbi.so', 'libnssutil3.so', 'libp11-kit.so.0', 'libpanel.so.6',
      'libpanelw.so.6', 'libpcprofile.so', 'libpcre.so.1', 'libpcre16.so.0', 'libpcre32.so.0', 'libpcrecpp.so.0',
      'libpcreposix.so.0', 'libplc4.so', 'libplds4.so', 'libpng15.so.15', 'libpopt.so.0', 'libpsx.so.2',
      'libpthread.so.0', 'libresolv.so.2', 'librt.so.1', 'libselinux.so.1', 'libsepol.so.1', 'libssl.so.1.0.2k',
      'libssl.so.10', 'libstdc++.so.6', 'libtasn1.so.6', 'libthread_db.so.1', 'libtic.so.6', 'libtinfo.so.6',
      'libutil.so.1', 'libuuid.so.1', 'libverto.so.1', 'libz.so.1', 'p11-kit-proxy.so', 'p11-kit-trust.so',
    ],
  },
  evidence: {
    confidence: 'observed',
    sources: [
      'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
    ],
    note: 'file names in a dump of nodejs16.x, commit 487748dc8f88d7563c8247a18bd618514c4bf736 of 2026-02-20; those of every snapshot',
  },
} satisfies BaseFacts;
