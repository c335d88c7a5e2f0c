/** What the program writes first and last, so that an answer that was cut off is known. */
export const BEGIN = 'begin\n';
export const END = 'end\n';

/**
 * Imports many modules one after the other in one process and writes to file 3 a line for each that is not as modules are:
 * its place in the list, and behind a tab what came of it. Its arguments: the folder of the layer, its folders of modules
 * joined by `:`, the seconds that one module may take, and the modules; a path in place of a name is opened as a shared library.
 *
 * The process that imports is a copy of one that has imported nothing. When it crashes or takes too long, the module is at fault
 * that it was at, and a new copy goes on behind it.
 */
export const EACH_MODULE_PROGRAM = `
import posix, select, sys
root, folders, seconds, names = sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4:]
sys.path[:0] = folders.split(":")
sys.argv[1:] = []

def outcome(name):
    try:
        if "/" in name:
            import ctypes
            ctypes.CDLL(root + "/" + name)
            return "module"
        __import__(name)
    except BaseException as error:
        try:
            return "failed " + type(error).__name__ + ": " + str(error)
        except BaseException:
            return "failed " + type(error).__name__
    module = sys.modules.get(name)
    if type(module) is not type(sys) or not hasattr(module, "__path__"):
        return "module"
    if getattr(module, "__file__", None) is None:
        return "folder"
    told = (not key.startswith("__") and type(value) is not type(sys) for key, value in list(vars(module).items()))
    return "module" if any(told) else "silent"

def tell(place, word):
    line = word.replace("\\n", " ")[:160]
    posix.write(out, (str(place) + "\\t" + line + "\\n").encode("utf-8", "backslashreplace"))

posix.write(3, b"begin\\n")
start = 0
while start < len(names):
    into, out = posix.pipe()
    child = posix.fork()
    if child == 0:
        posix.close(into)
        for place in range(start, len(names)):
            tell(place, outcome(names[place]))
        tell(len(names), "done")
        posix._exit(0)
    posix.close(out)
    rest, word = b"", "failed the interpreter was stopped before the import was done"
    while True:
        ready = select.select([into], [], [], seconds)[0]
        part = posix.read(into, 65536) if ready else b""
        if not part:
            if not ready:
                word = "failed did not end within the time"
            break
        *lines, rest = (rest + part).split(b"\\n")
        for line in lines:
            start += 1
            if not line.endswith((b"\\tmodule", b"\\tdone")):
                posix.write(3, line + b"\\n")
        if lines and lines[-1].endswith(b"\\tdone"):
            break
    if start < len(names):
        posix.write(3, (str(start) + "\\t" + word + "\\n").encode())
        start += 1
    posix.kill(child, 9)
    posix.waitpid(child, 0)
    posix.close(into)
posix.write(3, b"end\\n")
posix._exit(0)
`;
