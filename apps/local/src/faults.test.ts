import { formatFault } from '@ocr-pipeline/fault';
import { expect, test } from 'vitest';
import * as faults from './faults.ts';

test('each fault names the two facts that disagree and the next step', () => {
  const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
  const all = [
    faults.badArgument("Unknown option '--x'. To specify a positional argument starting with a '-', …", 'USAGE'),
    faults.missingArgument('file', 'USAGE'),
    faults.unknownCommand('reed', ['read', 'serve']),
    faults.fileUnreadable('a.png', missing),
    faults.outputFolderNeeded(['text', 'json']),
    faults.pdfNeedsFile(),
    faults.oneFileAtATime('pdf', 2),
    faults.sameOutput('a/x.png', 'b/x.png', 'out/x.txt'),
    faults.outputUnwritable('out/x.txt', missing),
    faults.dataFolderInUse('/data', missing),
    faults.dataFolderUnusable('/data', missing),
    faults.dataFolderTooNew('/data', 3, 1),
    faults.portInUse(8787, missing),
    faults.portForbidden(80, missing),
    faults.endpointUnreachable('http://127.0.0.1:9', missing),
    faults.endpointStrange('http://127.0.0.1:9/v1/uploads', 404),
    faults.uploadRefused('a.png', 403, 'SignatureDoesNotMatch'),
  ];
  expect(all).toHaveLength(Object.keys(faults).length);
  expect(all.map(formatFault).join('\n\n')).toMatchInlineSnapshot(`
    "error[bad-argument]: Unknown option '--x'

    hint: Usage: USAGE

    error[missing-argument]: No file given

    hint: Usage: USAGE

    error[unknown-command]: There is no command \`reed\`

    hint: The commands are \`read\`, \`serve\`.

    error[file-unreadable]: The file a.png does not exist

    hint: Check the path; every argument that is no option is taken for a file.

    error[output-folder-needed]: 2 formats were asked for, and stdout takes one

    hint: Name a folder for the files with \`-o DIR\`, or ask for one of text, json.

    error[output-folder-needed]: A PDF was asked for, and stdout is a terminal

    hint: Name a folder for it with \`-o DIR\`, or send stdout to a file.

    error[output-folder-needed]: 2 files were asked for as pdf, and stdout takes one

    hint: Name a folder for them with \`-o DIR\`.

    error[same-output]: a/x.png and b/x.png would both be written to out/x.txt

    hint: Read them into different folders, with one \`-o DIR\` each.

    error[output-unwritable]: The result cannot be written to out/x.txt (ENOENT)

    hint: Name a folder that this user may write, on a disk with room, with \`-o DIR\`.

    error[data-folder-in-use]: The data folder /data belongs to another running server

    hint: Stop the other server, or give this one a folder of its own with \`--data DIR\`.

    error[data-folder-unusable]: The data folder /data cannot be created or written (ENOENT)

    hint: Choose a folder that this user may write, with \`--data DIR\`.

    error[data-folder-too-new]: The data in /data has version 3; this program knows 1

    hint: Use the newer version of ocr-pipeline that wrote it, or another folder with \`--data DIR\`.

    error[port-in-use]: Another program listens at port 8787 already

    hint: Choose another port with \`--port N\`, or 0 for any free one.

    error[port-forbidden]: This user may not listen at port 80

    hint: Choose a port from 1024 upward with \`--port N\`, or 0 for any free one.

    error[endpoint-unreachable]: Nothing answers at http://127.0.0.1:9

    hint: Check the address, and that the server runs: \`ocr-pipeline serve\` prints its address.

    error[endpoint-strange]: http://127.0.0.1:9/v1/uploads answered 404 in a way that the service does not

    hint: Check that \`--endpoint\` is the address of an ocr-pipeline service, without a path.

    error[upload-refused]: The store refused a.png with 403 SignatureDoesNotMatch

    hint: Check that the clock of this machine is right and that the file does not change meanwhile, then submit it again."
  `);
});
