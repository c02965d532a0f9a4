"""Runs a command on a pseudo-terminal, as a person would: waits for a text on the screen, presses keys, and so on.

    python3 drive-terminal.py <columns> <rows> <JSON list of [text to wait for, keys to press]> <command> [word ...]

Prints what the terminal received. Ends with the command's exit code, or 99 when a text does not come in 40 seconds.
"""
import fcntl, json, os, pty, select, struct, sys, termios, time

columns, rows = int(sys.argv[1]), int(sys.argv[2])
steps = json.loads(sys.argv[3])
pid, terminal = pty.fork()
if pid == 0:
    # The size is there before the command looks.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    os.execvp(sys.argv[4], sys.argv[4:])

seen, unread = b"", 0
deadline = time.monotonic() + 40


def read_more():
    global seen
    if time.monotonic() > deadline:
        sys.stdout.buffer.write(seen)
        sys.exit(99)
    if not select.select([terminal], [], [], 1)[0]:
        return True
    try:
        received = os.read(terminal, 65536)
    except OSError:
        return False
    seen += received
    return received != b""


open_end = True
for text, keys in steps:
    while open_end and text.encode() not in seen[unread:]:
        open_end = read_more()
    unread = len(seen)
    if open_end:
        os.write(terminal, keys.encode())
while open_end:
    open_end = read_more()
sys.stdout.buffer.write(seen)
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
