"""Collective participants as written: “lãnh đạo một số ngành của Trung ương”, “45 đại biểu”, “Đoàn công tác của …”.

What a group is called: `heads` knows the first words of its name, `ends` where it is over, `items` takes the groups of
a stretch of prose one by one. Where one is named: `attendance` in the lists that say who came, `parties` as delegation,
as whom it met or visited or as the organ whose meeting it was, `speakers` where its word is told. `find` asks them all
and keeps each group once.
"""

from extract.sessions.groups.find import find_groups

__all__ = ["find_groups"]
