/** Between the parts of what the programs write: what was said, where in the layer, and the module that is missing. */
export const PART_END = '\0';

/**
 * Imports modules in their order and writes to file 3 what came of the last one: nothing when it was imported, else its error
 * and the line of the layer that raised it. Its arguments: the folder of the layer, its folders of modules joined by `:`, and
 * the modules.
 *
 * The folders come before the standard library, as in Lambda, where a layer shadows it; nothing else is on the path. Only
 * built-in modules are taken before that, so that none is there already that the layer has, too. It ends without the
 * interpreter's own end, which never comes in Lambda either.
 */
export const PYTHON_PROGRAM = `
import posix, sys
root, folders, names = sys.argv[1], sys.argv[2], sys.argv[3:]
sys.path[:0] = folders.split(":")
sys.argv[1:] = []

def told(error):
    name = type(error).__name__
    try:
        return name + ": " + str(error) if str(error) else name
    except BaseException:
        return name

def place(error):
    at, found = error.__traceback__, ""
    while at is not None:
        file = at.tb_frame.f_code.co_filename
        if file.startswith(root + "/"):
            found = file[len(root) + 1:] + ":" + str(at.tb_lineno)
        at = at.tb_next
    return found

outcome = "?"
for name in names:
    try:
        __import__(name)
        outcome = ""
    except BaseException as error:
        missing = isinstance(error, ModuleNotFoundError) and error.name or ""
        outcome = "\\0".join([told(error)[:8000], place(error), missing])
posix.write(3, outcome.encode("utf-8", "backslashreplace") or b"\\0")
posix._exit(0)
`;
