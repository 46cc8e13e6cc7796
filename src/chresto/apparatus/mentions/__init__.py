"""Blocks, registers → who and what is mentioned where, why, and what was left alone for doubt.

`mention` is the verb.  `find` finds the phrases of a register, `readings` and `settle` say whom a name means
where it stands, `trials` finds trials that no phrase names.
"""
