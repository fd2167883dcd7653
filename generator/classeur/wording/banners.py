"""What the banners of a page say."""

from __future__ import annotations

from classeur.model.states import State
from classeur.views.banners import Banner, Notice
from classeur.wording.states import state_banner
from classeur.wording.translator import Translator


def banner_sentence(banner: Banner, words: Translator) -> str:
    """A banner in words; the links that follow it are laid out by the page."""
    day, version = words.date(banner.day), banner.version
    match banner.notice:
        case Notice.WORKING:
            return state_banner(banner.state, words)
        case Notice.SUSPENDED:
            return words("suspended since {day}: do not apply. Reason: {reason}", day=day, reason=banner.reason)
        case Notice.TO_COME:
            return words("to come: in force from {day}, do not apply before", day=day)
        case Notice.NEXT_VERSION:
            return words("new version on {day}", day=day)
        case Notice.REPLACED if banner.state is State.APPROVED:
            return words("replaced version, no longer apply")
        case Notice.REPLACED:
            return words(
                "replaced version, no longer apply: version {version} is in force since {day}", day=day, version=version
            )
        case Notice.REPLACED_BY_OTHERS:
            return words("replaced by other documents, no longer apply")
        case Notice.WITHDRAWN:
            return words("withdrawn on {day}, no longer apply. Reason: {reason}", day=day, reason=banner.reason)
        case Notice.TEMPORARY:
            return words("emergency edition, temporary until {day}", day=day)
        case Notice.LAPSED:
            return words("emergency edition, ended on {day}: no longer apply", day=day)
        case Notice.REVIEW_SOON:
            return words("to be reviewed before {day}", day=day)
        case Notice.REVIEW_LATE | Notice.REVIEW_VERY_LATE:
            return words("review overdue since {day}", day=day)


def banner_link(banner: Banner, words: Translator) -> str:
    """What the link of a banner says; empty when it leads nowhere."""
    if not banner.address:
        return ""
    if banner.version:
        return words("read version {version}", version=banner.version)
    return words("what replaces it")
