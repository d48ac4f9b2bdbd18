"""Files of public repositories at a commit: from copies that are there, or from GitHub."""

import subprocess
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path


class Missing(Exception):
    """The file could not be had; the message says why."""


def reader(repository, commit, mirrors=None):
    """A function from the path of a file to its text, line ends as they are."""
    copy = _copy(repository, mirrors)

    def read(path):
        data = _from_copy(copy, commit, path) if copy else _from_github(repository, commit, path)
        return _decoded(data)

    return read


def _decoded(data):
    """The text of a file: in UTF-8, or in Windows-1252, in which Word saves pages."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _copy(repository, mirrors):
    """The git directory of a repository among the copies, which are called OWNER+NAME."""
    if not mirrors:
        return None
    folder = Path(mirrors) / repository.replace("/", "+")
    candidates = (folder, folder / ".git", folder / "repo", folder / "repo" / ".git")
    return next((c for c in candidates if (c / "objects").is_dir()), None)


def _from_copy(git, commit, path):
    try:
        show = subprocess.run(["git", "--git-dir", git, "show", f"{commit}:{path}"], capture_output=True)
    except FileNotFoundError:
        raise Missing("git is not installed") from None
    if show.returncode:
        raise Missing(show.stderr.decode(errors="replace").strip())
    return show.stdout


def _from_github(repository, commit, path):
    address = f"https://raw.githubusercontent.com/{repository}/{commit}/{urllib.parse.quote(path)}"
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.read()
    except urllib.error.HTTPError as e:
        raise Missing(f"{address}: {e}") from None
    except OSError as e:
        raise Missing(f"no network: {getattr(e, 'reason', e)}") from None
