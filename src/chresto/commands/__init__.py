"""The commands of the command line, one verb each: what was asked for → files, or text to print."""

from chresto.commands.bench import bench as bench
from chresto.commands.build import build as build
from chresto.commands.build import report as report
from chresto.commands.check import check as check
from chresto.commands.check import in_words as in_words
from chresto.commands.pages import pages as pages
from chresto.commands.review import in_short as in_short
from chresto.commands.review import review as review
from chresto.commands.shop import shop_of as shop_of
from chresto.commands.show import show as show
