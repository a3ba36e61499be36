# SPDX-License-Identifier: Apache-2.0
"""CPU seconds of commands that are run in turn, so that a busy machine is unfair to none."""
import os
import statistics
import subprocess
import sys


def user_seconds(command, fine=(0, 1), **more):
    """User CPU of the command and of those that it waited for."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **more)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in fine:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return usage.ru_utime


def medians_in_turn(commands, times):
    """The median for each of the commands: A B A B …"""
    runs = [[user_seconds(command) for command in commands] for _ in range(times)]
    return [statistics.median(run[i] for run in runs) for i in range(len(commands))]
