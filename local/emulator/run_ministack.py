"""Runs ministack so that it never outlives the process that started it.

Standard input is a pipe held open by the parent. When the parent goes, however it goes, the pipe closes and this
process ends its whole process group: itself and the Node workers that run Lambda functions.

Exit codes: 3 = ministack is not installed for this interpreter.
"""

import os
import signal
import sys
import threading


def end_with_parent():
    while os.read(0, 4096):
        pass
    os.killpg(os.getpgid(0), signal.SIGKILL)


threading.Thread(target=end_with_parent, daemon=True).start()

try:
    from ministack.app import main
except ImportError as missing:
    print(f"ministack cannot be imported: {missing}", file=sys.stderr)
    sys.exit(3)

import change_set_name
import conditional_writes
import error_names
import metric_math_alarms
import nested_attributes
import nested_deletion
import origin_groups
import placeholders
import sockets
import stack_role
import usage_keys

change_set_name.install()
conditional_writes.install()
error_names.install()
metric_math_alarms.install()
nested_attributes.install()
nested_deletion.install()
origin_groups.install()
sockets.install()
stack_role.install()
usage_keys.install()
if "--no-placeholders" in sys.argv:
    sys.argv.remove("--no-placeholders")
else:
    placeholders.install()
main()
