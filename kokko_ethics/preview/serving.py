"""Serving: a web server for one author's browser on the same computer, and for nobody else.

It listens on the loopback address, answers only who calls it by a name of this computer (a page elsewhere may point a
name of its own at us) and no page of others (browsers say whose page asks). It knows a handful of addresses; none of
them is a path of a file.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from kokko_ethics.preview.desk import Desk
from kokko_ethics.preview.model import Entry, Sight
from kokko_ethics.preview.page import page, script, style
from kokko_ethics.typeface import faces, font_file
from kokko_ethics.wording import say

HOST = "127.0.0.1"
PORT = 5656
"""Where a preview is found, if nobody else is there: KOKO on the keys of a telephone."""
PORTS = 20
"""How many ports are tried."""
_NAMES = (HOST, "localhost", "[::1]")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_ROUTES = Map(
    [
        Rule("/", endpoint="page"),
        Rule("/preview.css", endpoint="style"),
        Rule("/preview.js", endpoint="script"),
        Rule("/fonts/<face>", endpoint="font"),
        Rule("/proofs", endpoint="proofs"),
        Rule("/pages", endpoint="pages"),
    ]
)


Listener = socket.socket
"""Where callers come in."""


class Taken(OSError):
    """The port belongs to another program."""


def listen(port: int | None) -> Listener:
    """A socket on the loopback address: on ``port``, or on the first free one from :data:`PORT` on.

    Raises:
        Taken: if it is, or all of them are, taken.
    """
    for number in (port,) if port is not None else range(PORT, PORT + PORTS):
        try:
            return socket.create_server((HOST, number))
        except OSError as error:
            reason = error
    raise Taken(str(reason))


def server(desk: Desk, lang: str, at: Listener) -> BaseWSGIServer:
    """A server that answers at the socket ``at`` until it is shut down, each caller in a thread."""
    port = at.getsockname()[1]
    answers = _Application(desk, lang, port)
    return make_server(HOST, port, answers, threaded=True, request_handler=_Silent, fd=at.fileno())


class _Silent(WSGIRequestHandler):
    """Says nothing on the terminal of the author, and not to callers what it is."""

    server_version = sys_version = "kokko"

    def log(self, type: str, message: str, *args: Any) -> None:
        pass

    def version_string(self) -> str:
        return self.server_version


class _Application:
    """Answers requests, each by the method that is called like its endpoint."""

    def __init__(self, desk: Desk, lang: str, port: int) -> None:
        self._desk, self._lang = desk, lang
        self._hosts = {f"{name}:{port}" for name in _NAMES}

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        response = self._answer(request)
        response.headers.update(_HEADERS)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if not self._is_ours(request):
            return self._refusal("stranger", 403)
        if request.method not in ("GET", "HEAD"):
            return self._refusal("reading", 405)
        try:
            endpoint, values = _ROUTES.bind_to_environ(request.environ).match()
            made: Response = getattr(self, f"_{endpoint}")(request, **values)
            return made
        except HTTPException:
            return self._refusal("nothing", 404)
        except Exception:  # our own bug: whoever looks is told, in words
            return self._refusal("fault", 500)

    def _is_ours(self, request: Request) -> bool:
        """Whether the author's own page asks, or the author by typing our address."""
        headers = request.headers
        if headers.get("Host", "").lower() not in self._hosts:
            return False
        if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return False
        origin = headers.get("Origin")
        return origin is None or origin.lower() in {f"http://{host}" for host in self._hosts}

    def _refusal(self, key: str, status: int) -> Response:
        return Response(say("preview", self._lang, "refusal", key), status, mimetype="text/plain")

    def _asked(self, request: Request) -> Entry:
        if entry := self._desk.find(request.args.get("script", "")):
            return entry
        raise NotFound

    def _page(self, request: Request) -> Response:
        found = self._desk.find(request.args.get("script", ""))
        return Response(page(found.name if found else "", self._desk.names, self._lang), mimetype="text/html")

    def _style(self, request: Request) -> Response:
        return Response(style(), mimetype="text/css")

    def _script(self, request: Request) -> Response:
        return Response(script(), mimetype="text/javascript")

    def _font(self, request: Request, face: str) -> Response:
        if face not in faces():
            raise NotFound
        return Response(font_file(face).read_bytes(), mimetype="font/ttf")

    def _pages(self, request: Request) -> Response:
        pages = [asdict(one) for one in self._desk.pages(self._asked(request))]
        return Response(json.dumps(pages), mimetype="application/json")

    def _proofs(self, request: Request) -> Response:
        entry = self._asked(request)
        if request.method == "HEAD":
            return Response(mimetype="text/event-stream")
        return Response(_events(self._desk.follow(entry)), mimetype="text/event-stream")


def _events(sights: Iterator[Sight | None]) -> Iterator[str]:
    """Sights as server-sent events. A drawing that was in the last one is not sent again."""
    sent: set[str] = set()
    try:
        for sight in sights:
            yield ": still here\n\n" if sight is None else f"data: {_told(sight, sent)}\n\n"
    finally:
        sights.close()  # type: ignore[attr-defined]


def _told(sight: Sight, sent: set[str]) -> str:
    told = asdict(sight)
    panels = told["proof"]["panels"] if told["proof"] else ()
    for panel in panels:
        if panel["key"] in sent:
            del panel["svg"]
    sent.clear()
    sent.update(panel["key"] for panel in panels)
    return json.dumps(told)
