"""The doors in and out: sign-in, sign-out and language, rendered on the server and usable without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from threading import BoundedSemaphore

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from app.demo.accounts import DEMO_PASSWORD, demo_accounts
from app.domain.people import Person
from app.errors import StoreUnavailable
from app.web.cookies import as_language, keep_language, keep_session, page_language, remove_session
from app.web.forms import is_own_origin, safe_next
from app.web.page_markup import PAGES, page_words, sign_in_page, sign_out_page
from app.web.throttle import SignInThrottle
from app.workbench import Workbench
from app.workflows.sign_in import SESSION_COOKIE, Refused, SignedIn, sign_in, sign_out

MOST_FIELDS = 8
MOST_FORM_BYTES = 16_384


class SignInPages:
    """The handlers, with the one thing they remember: who guessed wrong how often."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._settings = workbench.settings
        self._throttle = SignInThrottle()
        # A password check takes 64 megabytes on purpose; two at a time are plenty for one office.
        self._hashing = BoundedSemaphore(2)

    def routes(self) -> list[Route]:
        """The paths these pages answer."""
        return [
            Route("/sign-in", self.show_sign_in, methods=["GET"]),
            Route("/sign-in", self.take_sign_in, methods=["POST"]),
            Route("/sign-in/style.css", show_style, methods=["GET"]),
            Route("/sign-out", self.show_sign_out, methods=["GET"]),
            Route("/sign-out", self.take_sign_out, methods=["POST"]),
            Route("/language/{language}", self.take_language, methods=["GET"]),
        ]

    def show_sign_in(self, request: Request) -> Response:
        """The form; ``?lang=en`` also keeps the choice."""
        response = self._page(request, target=safe_next(request.query_params.get("next")))
        if "lang" in request.query_params:
            keep_language(response, page_language(request), https=self._settings.https)
        return response

    async def take_sign_in(self, request: Request) -> Response:
        """Read the form; the work behind it may block and so leaves the event loop."""
        if not is_own_origin(request):
            return await run_in_threadpool(self._page, request, notice="foreign", status=403)
        if not _is_small(request):
            return Response(status_code=413)
        form = await request.form(max_files=0, max_fields=MOST_FIELDS)
        texts = {field: str(form.get(field, "")) for field in ("name", "password", "next")}
        return await run_in_threadpool(self._attempt, request, texts)

    def show_sign_out(self, request: Request) -> Response:
        """A form to confirm with, so that a link may lead here but never sign anybody out."""
        return HTMLResponse(sign_out_page(page_language(request)))

    def take_sign_out(self, request: Request) -> Response:
        """Close the session on the server, and let the browser forget what it kept."""
        if not is_own_origin(request):
            return self._page(request, notice="foreign", status=403)
        sign_out(self._workbench.store, request.cookies.get(SESSION_COOKIE))
        response = RedirectResponse("/sign-in", status_code=303)
        remove_session(response, https=self._settings.https)
        return response

    def take_language(self, request: Request) -> Response:
        """Keep the language and go back to where the person was."""
        response = RedirectResponse(safe_next(request.query_params.get("next")), status_code=303)
        keep_language(response, as_language(request.path_params["language"]), https=self._settings.https)
        return response

    def _attempt(self, request: Request, texts: dict[str, str]) -> Response:
        """First patience, then the password: a name that must wait costs no hashing."""
        name, target = texts["name"].strip(), safe_next(texts["next"])
        if not name or not texts["password"]:
            return self._page(request, target=target, notice="incomplete", status=400)
        wait = self._throttle.seconds_to_wait(name, _address(request))
        if wait:
            return self._page(request, target=target, notice="wait", status=429, seconds=wait)
        # Counted as a failure until it is none, so that a burst of parallel guesses gains nothing.
        self._throttle.note_failure(name, _address(request))
        try:
            outcome = self._sign_in(name, texts["password"])
        except StoreUnavailable:
            return self._page(request, target=target, notice="unavailable", status=503)
        if isinstance(outcome, Refused):
            return self._page(request, target=target, notice="refused", status=401)
        self._throttle.note_success(name, _address(request))
        return self._welcome(request, outcome, target=target)

    def _sign_in(self, name: str, password: str) -> SignedIn | Refused:
        length = timedelta(hours=self._settings.session_hours)
        store = self._workbench.store
        with self._hashing:
            return sign_in(store, name, password=password, now=datetime.now(UTC), length=length)

    def _welcome(self, request: Request, signed_in: SignedIn, *, target: str) -> Response:
        # A session this browser still held is closed: one browser, one person.
        sign_out(self._workbench.store, request.cookies.get(SESSION_COOKIE))
        response = RedirectResponse(target, status_code=303)
        keep_session(response, signed_in, https=self._settings.https)
        return response

    def _page(
        self, request: Request, *, target: str = "/", notice: str = "", status: int = 200, seconds: int = 0
    ) -> Response:
        language = page_language(request)
        text = page_words(language)[notice].format(seconds=seconds) if notice else ""
        # While the store is away there is nobody to list, and the page must still say so.
        accounts = [] if notice == "unavailable" else self._accounts()
        page = sign_in_page(language, target=target, notice=text, accounts=accounts, password=DEMO_PASSWORD)
        headers = {"retry-after": str(seconds)} if seconds else None
        return HTMLResponse(page, status_code=status, headers=headers)

    def _accounts(self) -> Sequence[Person]:
        if not self._settings.demo or not self._workbench.is_demo_store():
            return []
        return demo_accounts(self._workbench.store)


def show_style(_: Request) -> Response:
    """The one style sheet of these pages."""
    return FileResponse(PAGES / "style.css", media_type="text/css")


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _is_small(request: Request) -> bool:
    length = request.headers.get("content-length", "")
    return length.isascii() and length.isdecimal() and int(length) <= MOST_FORM_BYTES
