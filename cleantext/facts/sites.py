"""Which site a text is from: the host of an address, the site that a host belongs to, and what a call's hints name."""

from __future__ import annotations

from functools import lru_cache

from cleantext.rule import Hints

_SECOND_LEVELS = frozenset("ac asso co com ed edu go gob gouv gov govt gv id idv mil ne net nom nsw or org sch".split())
"""Labels under which a country's registry gives out names: `example.co.uk` is a site, `co.uk` is none."""

_HOSTS_OF_SITES = frozenset(
    """
    blogspot.com wordpress.com typepad.com tumblr.com livejournal.com substack.com medium.com ghost.io github.io
    gitlab.io netlify.app vercel.app pages.dev herokuapp.com weebly.com wixsite.com over-blog.com canalblog.com
    hatenablog.com hatenadiary.com fc2.com ameblo.jp blogg.se blog.hu blogspot.co.uk blogspot.de blogspot.fr
    """.split()
)
"""Under these each name is a site of its own."""


def host_of(address: str) -> str:
    """The host name of a URL, or of an address without its scheme; "" where there is none."""
    if not address:
        return ""
    from urllib.parse import urlsplit  # a tenth of the import of cleantext, and few texts come with a URL

    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host if "." in host else ""


def site_of(address: str) -> str:
    """The site that an address belongs to: the part of its host that somebody registered; "" where it has no host.

    That is the last two labels, or the last three below a country's second level (`.co.uk`) and on hosts of blogs.
    The whole list of such levels (publicsuffix.org) is large and changes every week; where a level is not known here,
    sites of one registry count as one.

    >>> site_of("https://www.example.com/a"), site_of("edition.news.example.co.uk"), site_of("pier.blogspot.com")
    ('example.com', 'example.co.uk', 'pier.blogspot.com')
    """
    host = host_of(address.strip()).rstrip(".")
    labels = host.split(".")
    if labels[-1].isdigit():  # 192.0.2.1
        return host
    second_level = len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS if len(labels) > 1 else False
    own = 3 if second_level or ".".join(labels[-2:]) in _HOSTS_OF_SITES else 2
    if ".".join(labels[-3:]) in _HOSTS_OF_SITES:
        own = 4
    return ".".join(labels[-own:])


@lru_cache(maxsize=256)
def sites_said(hints: Hints) -> tuple[str, ...]:
    """The names, in lower case, by which a call's hints could mean a site: `site=` as it stands, and each host's parts.

    >>> sites_said(Hints(url="https://m.example.com/a", site="The Example"))
    ('the example', 'm.example.com', 'example.com')
    """
    names = [site_name(hints.site)] if hints.site.strip() else []
    for host in (host_of(hints.site.strip()), host_of(hints.url.strip())):
        labels = host.rstrip(".").split(".") if host and " " not in host else []
        names += [".".join(labels[start:]) for start in range(len(labels) - 1)]
    return tuple(dict.fromkeys(names))


def site_name(name: str) -> str:
    """A site's name as it is compared: no case, single spaces.

    >>> site_name(" The  Daily Example ")
    'the daily example'
    """
    return " ".join(name.casefold().split())
