"""Text that was read with the wrong codec, beyond what ftfy repairs: found, and told from text that only looks odd.

`codecs` knows which codecs are taken for which, `letters` what words look like in 34 languages, `readings` what lines
cost in them. On these stand `sequences` (UTF-8 read as a one-byte codec, which `runs` finds), `exchanged` (one one-byte
codec read as another) and `eastern` (Chinese, Japanese and Korean read as Latin). Each has a quick test for what most
texts have not got, and abstains in doubt.
"""
