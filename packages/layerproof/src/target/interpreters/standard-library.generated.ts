// Written by scripts/interpreter-facts.ts; do not edit. From CPython 3.7.16, 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0; newer ones by stdlib-list.

/** Top-level modules of the standard library, by the minor versions of Python 3 that have them. */
export const STANDARD_LIBRARY: Readonly<Record<string, string>> = {
  '7':
    'macpath',
  '9':
    '_peg_parser',
  '14':
    '_ast_unparse _hmac _py_warnings _remote_debugging _types _zstd annotationlib compression',
  '10 11 12':
    '_msi msilib',
  '10 11 12 13 14':
    '_dbm _frozen_importlib _frozen_importlib_external _gdbm _overlapped _scproxy _winapi msvcrt nt winreg winsound',
  '11 12 13 14':
    '_tokenize _typing tomllib',
  '12 13 14':
    '_pydatetime _pylong _sha2',
  '13 14':
    '_android_support _colorize _interpchannels _interpqueues _interpreters _ios_support _opcode_metadata _pyrepl ' +
    '_suggestions _sysconfig _wmi',
  '7 8':
    '_dummy_thread dummy_threading',
  '7 8 9':
    '_bootlocale _ctypes_test _testbuffer _testcapi _testimportmultiple _testmultiphase _xxtestfuzz formatter ' +
    'parser symbol xxlimited xxsubtype',
  '7 8 9 10':
    'binhex',
  '7 8 9 10 11':
    '_sha256 _sha512 asynchat asyncore distutils imp smtpd',
  '7 8 9 10 11 12':
    '_crypt aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap nis nntplib ossaudiodev pipes sndhdr spwd ' +
    'sunau telnetlib uu xdrlib',
  '7 8 9 10 11 12 13':
    '_compression',
  '7 8 9 10 11 12 13 14':
    '__future__ _abc _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp ' +
    '_codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _contextvars _csv _ctypes _curses ' +
    '_curses_panel _datetime _decimal _elementtree _functools _hashlib _heapq _imp _io _json _locale _lsprof _lzma ' +
    '_markupbase _md5 _multibytecodec _multiprocessing _opcode _operator _osx_support _pickle _posixsubprocess ' +
    '_py_abc _pydecimal _pyio _queue _random _sha1 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat ' +
    '_string _strptime _struct _symtable _thread _threading_local _tkinter _tracemalloc _uuid _warnings _weakref ' +
    '_weakrefset abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile ' +
    'calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib ' +
    'contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email ' +
    'encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc ' +
    'genericpath getopt getpass gettext glob grp gzip hashlib heapq hmac html http idlelib imaplib importlib ' +
    'inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap ' +
    'modulefinder multiprocessing netrc ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle ' +
    'pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr ' +
    'pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets ' +
    'select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants ' +
    'sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny ' +
    'tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize trace traceback ' +
    'tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref ' +
    'webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib',
  '8 9':
    '_testinternalcapi _xxsubinterpreters',
  '8 9 10 11 12 13 14':
    '_posixshmem _statistics',
  '9 10 11':
    '_bootsubprocess',
  '9 10 11 12 13 14':
    '_aix_support _zoneinfo graphlib zoneinfo',
};
