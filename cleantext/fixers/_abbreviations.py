"""Beside which words a full stop without a space behind it ends no sentence."""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    "st mr mrs ms dr prof sr jr no vs etc eg ie cf fig vol pp ed eds inc ltd co corp dept est approx al".split()
)
SUFFIXES = frozenset(
    "com net org ru ру js py io md txt pdf html htm css asp php xml json exe doc csv jpg png gif co uk de fr "
    "news online blog".split()
)
"""What makes a host or a file of what stands before it, and names of papers after hosts: *Harbour.News*."""
ABBREVIATIONS_ABROAD = frozenset(
    "prof dott avda núm inż mgr dipl abschn aufl bzgl bspw evtl ggf inkl zzgl usw tzv tzn např resp wyd woj poz tys "
    "cdad prov dpto tel móv págs рис табл стр просп обл респ акад проф гос сокр тыс руб млрд вул".split()
)
"""The same of other languages, of four letters and more, or known to their lexica."""
