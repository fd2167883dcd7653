"""An address of the site that no browser opens."""

from collections.abc import Iterator

from classeur.model.binder import Binder
from classeur.model.findings import Severity
from classeur.model.organisation import web_root
from classeur.rules.registry import Problem, at, rule


@rule("OR021", "bad-site-address", Severity.WARNING)
def check(binder: Binder) -> Iterator[Problem]:
    """A `site_url` that does not begin with http:// or https://; a house may have none."""
    house = binder.organisation
    if house.site_url and not web_root(house.site_url):
        yield at(house.place("organisation", "site_url"), address=house.site_url)
