/** A package that people put into Lambda layers, and how it is seen to load. */
export interface NativePackage {
  /** As a requirements file has it; what it needs comes along. */
  readonly requirement: string;
  /** Modules that hold or load the machine code: for many packages the first import alone loads none. */
  readonly modules: readonly string[];
  /** A line of Python that makes the machine code work, and fails when it does not. */
  readonly use: string;
  /** Findings of severity error on its layer that are true. */
  readonly explained?: readonly Explanation[];
}

export interface Explanation {
  readonly rule: string;
  /** A part of the finding's message, so that another finding of the rule is not explained by this. */
  readonly about: string;
  readonly why: string;
}

/** A wheel may leave libexpat to the system (PEP 600's policies from manylinux_2_5 on list it), and Amazon Linux 2023 has none. */
const NO_EXPAT: Explanation = {
  rule: 'missing-shared-library',
  about: 'libexpat.so.1',
  why: 'GDAL in this wheel needs libexpat.so.1, which every manylinux policy allows, but no runtime on Amazon Linux 2023 has: the import fails in Lambda from python3.12 on. Add it in lib/ of the layer.',
};

const TOO_LARGE: Explanation = {
  rule: 'unzipped-too-large',
  about: 'unzips to',
  why: 'The package with all that it needs is larger than Lambda takes.',
};

/** Sixty packages with machine code, by their names. */
export const PACKAGES: readonly NativePackage[] = [
  {
    requirement: 'aiohttp',
    modules: ['aiohttp', 'aiohttp._http_parser'],
    use: 'import aiohttp; assert aiohttp.http.HttpRequestParser.__module__ == "aiohttp._http_parser"',
  },
  {
    requirement: 'argon2-cffi',
    modules: ['argon2', '_argon2_cffi_bindings._ffi'],
    use: 'import argon2; h = argon2.PasswordHasher(memory_cost=64); assert h.verify(h.hash("a"), "a")',
  },
  {
    requirement: 'asyncpg',
    modules: ['asyncpg', 'asyncpg.protocol.protocol'],
    use: 'import asyncpg.pgproto.pgproto as p; assert p.UUID(bytes(16)).int == 0',
  },
  {
    requirement: 'bcrypt',
    modules: ['bcrypt'],
    use: 'import bcrypt; assert bcrypt.checkpw(b"a", bcrypt.hashpw(b"a", bcrypt.gensalt(4)))',
  },
  {
    requirement: 'brotli',
    modules: ['brotli', '_brotli'],
    use: 'import brotli; assert brotli.decompress(brotli.compress(b"a" * 99)) == b"a" * 99',
  },
  {
    requirement: 'cffi',
    modules: ['cffi', '_cffi_backend'],
    use: 'import cffi; f = cffi.FFI(); f.cdef("int abs(int);"); assert f.dlopen(None).abs(-3) == 3',
  },
  {
    requirement: 'confluent-kafka',
    modules: ['confluent_kafka', 'confluent_kafka.cimpl'],
    use: 'import confluent_kafka as k; k.Producer({"bootstrap.servers": "localhost:1"}); assert k.libversion()[1] > 0',
  },
  {
    requirement: 'cryptography',
    modules: ['cryptography.fernet', 'cryptography.hazmat.bindings._rust'],
    use: 'from cryptography.fernet import Fernet as F; f = F(F.generate_key()); assert f.decrypt(f.encrypt(b"a")) == b"a"',
  },
  {
    requirement: 'duckdb',
    modules: ['duckdb'],
    use: 'import duckdb; assert duckdb.sql("select sum(x) from range(5) t(x)").fetchall() == [(10,)]',
  },
  {
    requirement: 'faiss-cpu',
    modules: ['faiss'],
    use: 'import faiss, numpy as n; i = faiss.IndexFlatL2(4); i.add(n.eye(4, dtype="float32")); assert i.ntotal == 4',
  },
  {
    requirement: 'fiona',
    modules: ['fiona', 'fiona.ogrext'],
    use: 'import fiona; assert "GeoJSON" in fiona.supported_drivers; from fiona.crs import from_epsg; from_epsg(4326)',
    explained: [NO_EXPAT],
  },
  {
    requirement: 'gevent',
    modules: ['gevent', 'gevent.monkey', 'greenlet'],
    use: 'import gevent; g = gevent.spawn(lambda: 7); g.join(); assert g.value == 7',
  },
  {
    requirement: 'grpcio',
    modules: ['grpc', 'grpc._cython.cygrpc'],
    use: 'import grpc; grpc.insecure_channel("localhost:1").close()',
  },
  {
    requirement: 'h5py',
    modules: ['h5py'],
    use: 'import h5py; f = h5py.File("a", "w", driver="core", backing_store=False); f["x"] = [1]; assert f["x"][0] == 1',
  },
  {
    requirement: 'httptools',
    modules: ['httptools', 'httptools.parser.parser'],
    use: 'import httptools; assert httptools.parse_url(b"/a?b").query == b"b"',
  },
  {
    requirement: 'lightgbm',
    modules: ['lightgbm'],
    use: 'import lightgbm, numpy as n; lightgbm.Dataset(n.eye(30), n.arange(30.0), params={"verbose": -1}).construct()',
    explained: [
      {
        rule: 'missing-shared-library',
        about: 'libgomp.so.1',
        why: 'lib_lightgbm.so needs libgomp.so.1, the OpenMP library of GCC, which no Python runtime of Lambda after 3.7 has. Add it in lib/ of the layer.',
      },
    ],
  },
  {
    requirement: 'lxml',
    modules: ['lxml.etree', 'lxml.objectify'],
    use: 'from lxml import etree as e; assert e.XSLT(e.XML(b"<x:stylesheet version=\'1.0\' xmlns:x=\'http://www.w3.org/1999/XSL/Transform\'/>"))(e.XML("<a>b</a>"))',
  },
  {
    requirement: 'lz4',
    modules: ['lz4.block', 'lz4.frame'],
    use: 'import lz4.frame as f; assert f.decompress(f.compress(b"a" * 99)) == b"a" * 99',
  },
  {
    requirement: 'markupsafe',
    modules: ['markupsafe', 'markupsafe._speedups'],
    use: 'import markupsafe; assert markupsafe.escape("<") == "&lt;"',
  },
  {
    requirement: 'matplotlib',
    modules: ['matplotlib.pyplot', 'matplotlib.backends.backend_agg', 'matplotlib.ft2font'],
    use: 'import io, matplotlib.pyplot as p; p.plot([1, 2]); p.savefig(io.BytesIO())',
  },
  {
    requirement: 'msgpack',
    modules: ['msgpack', 'msgpack._cmsgpack'],
    use: 'import msgpack; assert msgpack.unpackb(msgpack.packb([1, "a"])) == [1, "a"]',
  },
  {
    requirement: 'netCDF4',
    modules: ['netCDF4'],
    use: 'import netCDF4; d = netCDF4.Dataset("a", "w", diskless=True); d.createDimension("x", 3); d.close()',
  },
  {
    requirement: 'numba',
    modules: ['numba', 'llvmlite.binding'],
    use: 'import numba; assert numba.njit(lambda x: x + 1)(1) == 2',
  },
  {
    requirement: 'numpy',
    modules: ['numpy', 'numpy.linalg', 'numpy.fft', 'numpy.random'],
    use: 'import numpy as n; assert n.allclose(n.linalg.inv(n.eye(9) * 2), n.eye(9) / 2)',
  },
  {
    requirement: 'onnxruntime',
    modules: ['onnxruntime'],
    use: 'import onnxruntime as o; assert "CPUExecutionProvider" in o.get_available_providers(); o.SessionOptions()',
    explained: [
      {
        rule: 'numpy-abi-mismatch',
        about: 'NumPy 1',
        why: 'The newest onnxruntime for glibc 2.26 is 1.16.3, compiled for NumPy 1. It is imported, with a word on stderr, and its first array ends in `numpy.core.multiarray failed to import`. Ask for `numpy<2` beside it.',
      },
    ],
  },
  {
    requirement: 'opencv-python-headless',
    modules: ['cv2'],
    use: 'import cv2, numpy as n; assert cv2.imencode(".png", cv2.resize(n.zeros((9, 9, 3), "uint8"), (3, 3)))[0]',
  },
  {
    requirement: 'oracledb',
    modules: ['oracledb', 'oracledb.thin_impl', 'oracledb.base_impl'],
    use: 'import oracledb; assert oracledb.makedsn("h", 1, sid="s"); oracledb.ConnectParams(host="h")',
  },
  {
    requirement: 'orjson',
    modules: ['orjson'],
    use: 'import orjson; assert orjson.loads(orjson.dumps({"a": [1]})) == {"a": [1]}',
  },
  {
    requirement: 'pandas',
    modules: ['pandas'],
    use: 'import io, pandas as p; assert p.read_csv(io.StringIO("a,b\\n1,2\\n3,4")).groupby("a").sum().b.sum() == 6',
  },
  {
    requirement: 'pikepdf',
    modules: ['pikepdf', 'pikepdf._core'],
    use: 'import io, pikepdf; d = pikepdf.new(); d.add_blank_page(); d.save(io.BytesIO())',
  },
  {
    requirement: 'Pillow',
    modules: ['PIL.Image', 'PIL.ImageFont', 'PIL._imagingft'],
    use: 'import io; from PIL import Image as I; b = io.BytesIO(); I.new("RGB", (9, 9)).save(b, "JPEG"); I.open(b).load()',
  },
  {
    requirement: 'polars',
    modules: ['polars'],
    use: 'import polars as p; assert p.DataFrame({"a": [1, 2]}).lazy().select(p.col("a").sum()).collect().item() == 3',
  },
  {
    requirement: 'protobuf',
    modules: ['google.protobuf.message', 'google._upb._message'],
    use: 'from google.protobuf import struct_pb2 as s; assert s.Value.FromString(s.Value(number_value=2).SerializeToString()).number_value == 2',
  },
  {
    requirement: 'psutil',
    modules: ['psutil'],
    use: 'import psutil; assert psutil.virtual_memory().total > 0',
  },
  {
    requirement: 'psycopg[binary]',
    modules: ['psycopg', 'psycopg_binary', 'psycopg_binary._psycopg'],
    use: 'import psycopg; assert psycopg.pq.__impl__ == "binary"; assert psycopg.pq.version() > 0',
  },
  {
    requirement: 'psycopg2-binary',
    modules: ['psycopg2', 'psycopg2._psycopg'],
    use: 'import psycopg2; assert psycopg2.extensions.libpq_version() > 0; assert psycopg2.extensions.quote_ident is not None',
  },
  {
    requirement: 'pyarrow',
    modules: ['pyarrow', 'pyarrow.parquet', 'pyarrow.dataset'],
    use: 'import io, pyarrow as a, pyarrow.parquet as q; q.write_table(a.table({"a": [1]}), io.BytesIO(), compression="zstd")',
  },
  {
    requirement: 'pycryptodome',
    modules: ['Crypto.Cipher.AES', 'Crypto.PublicKey.ECC'],
    use: 'from Crypto.Cipher import AES; assert len(AES.new(b"k" * 16, AES.MODE_GCM).encrypt(b"a" * 9)) == 9',
  },
  {
    requirement: 'pydantic',
    modules: ['pydantic', 'pydantic_core'],
    use: 'import pydantic; assert pydantic.TypeAdapter(list[int] if hasattr(list, "__class_getitem__") else list).validate_json("[1]") == [1]',
  },
  {
    requirement: 'pymongo',
    modules: ['pymongo', 'bson._cbson', 'pymongo._cmessage'],
    use: 'import bson; assert bson.has_c() and bson.decode(bson.encode({"a": 1})) == {"a": 1}',
  },
  {
    requirement: 'pymssql',
    modules: ['pymssql', 'pymssql._mssql'],
    use: 'import pymssql; assert pymssql.get_dbversion() or True',
  },
  {
    requirement: 'PyMuPDF',
    modules: ['pymupdf'],
    use: 'import pymupdf as f; d = f.open(); d.new_page().insert_text((9, 99), "ab"); assert d[0].get_text().strip() == "ab"',
  },
  {
    requirement: 'PyNaCl',
    modules: ['nacl.secret', 'nacl._sodium'],
    use: 'from nacl.secret import SecretBox as S; s = S(b"k" * 32); assert s.decrypt(s.encrypt(b"a")) == b"a"',
  },
  {
    requirement: 'pyproj',
    modules: ['pyproj', 'pyproj._transformer'],
    use: 'import pyproj; assert pyproj.Transformer.from_crs(4326, 3857, always_xy=True).transform(1, 0)[0] > 111319',
  },
  {
    requirement: 'PyYAML',
    modules: ['yaml', 'yaml._yaml'],
    use: 'import yaml; assert yaml.load("a: [1]", Loader=yaml.CSafeLoader) == {"a": [1]}',
  },
  {
    requirement: 'rapidfuzz',
    modules: ['rapidfuzz', 'rapidfuzz.fuzz_cpp', 'rapidfuzz.process_cpp'],
    use: 'import rapidfuzz.fuzz_cpp as f; assert f.ratio("ab", "ab") == 100',
  },
  {
    requirement: 'rasterio',
    modules: ['rasterio', 'rasterio._io'],
    use: 'import rasterio.io as r; f = r.MemoryFile(); f.open(driver="GTiff", width=2, height=2, count=1, dtype="uint8").close()',
    explained: [NO_EXPAT],
  },
  {
    requirement: 'regex',
    modules: ['regex', 'regex._regex'],
    use: 'import regex; assert regex.fullmatch(r"\\p{L}{e<=1}", "a")',
  },
  {
    requirement: 'safetensors',
    modules: ['safetensors'],
    use: 'import safetensors as s; assert s.deserialize(s.serialize({})) == []',
  },
  {
    requirement: 'scikit-learn',
    modules: ['sklearn.linear_model', 'sklearn.ensemble', 'sklearn.cluster'],
    use: 'import sklearn.ensemble as e; assert e.RandomForestClassifier(3).fit([[0], [1]] * 5, [0, 1] * 5).predict([[1]])[0] == 1',
  },
  {
    requirement: 'scipy',
    modules: ['scipy.linalg', 'scipy.optimize', 'scipy.sparse.linalg', 'scipy.stats'],
    use: 'import scipy.optimize as o; assert abs(o.brentq(lambda x: x * x - 2, 0, 2) - 2 ** 0.5) < 1e-9',
  },
  {
    requirement: 'sentencepiece',
    modules: ['sentencepiece'],
    use: 'import sentencepiece as s; s.SentencePieceProcessor()',
  },
  {
    requirement: 'shapely',
    modules: ['shapely', 'shapely.geometry'],
    use: 'from shapely.geometry import Point; assert 3 < Point(0, 0).buffer(1).area < 3.2',
  },
  {
    requirement: 'spacy',
    modules: ['spacy', 'thinc.api', 'blis.py'],
    use: 'import spacy; assert len(spacy.blank("en")("one two")) == 2',
    explained: [TOO_LARGE],
  },
  {
    requirement: 'tiktoken',
    modules: ['tiktoken', 'tiktoken._tiktoken'],
    use: 'import tiktoken; e = tiktoken.Encoding("x", pat_str=".", mergeable_ranks={bytes([i]): i for i in range(256)}, special_tokens={}); assert e.encode("a") == [97]',
  },
  {
    requirement: 'tokenizers',
    modules: ['tokenizers'],
    use: 'import tokenizers as t; assert t.pre_tokenizers.Whitespace().pre_tokenize_str("a b")[1][0] == "b"',
  },
  {
    requirement: 'uvloop',
    modules: ['uvloop', 'uvloop.loop'],
    use: 'import asyncio, uvloop; l = uvloop.new_event_loop(); l.run_until_complete(asyncio.sleep(0)); l.close()',
  },
  {
    requirement: 'watchfiles',
    modules: ['watchfiles', 'watchfiles._rust_notify'],
    use: 'from watchfiles._rust_notify import RustNotify as R; R([], False, True, 300, False, False).close()',
  },
  {
    requirement: 'xgboost',
    modules: ['xgboost'],
    use: 'import xgboost, numpy as n; assert xgboost.DMatrix(n.eye(3)).num_row() == 3',
    explained: [TOO_LARGE],
  },
  {
    requirement: 'zstandard',
    modules: ['zstandard', 'zstandard.backend_c'],
    use: 'import zstandard as z; assert z.decompress(z.compress(b"a" * 99)) == b"a" * 99',
  },
];
