"""The commands of the command line, one file each; `qa.cli` puts them together."""
