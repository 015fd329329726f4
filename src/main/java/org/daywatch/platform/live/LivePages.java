package org.daywatch.platform.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The stream of rings for one signed-in session, as server-sent events. The request's own thread writes it. */
@Controller
class LivePages {

    private static final int COME_BACK = 2000;
    private static final int ASK_AGAIN = 15_000;

    private final LiveHub hub;
    private final LiveEvents events;
    private final Clock clock;

    LivePages(LiveHub hub, LiveEvents events, @Qualifier("expiry") Clock clock) {
        this.hub = hub;
        this.events = events;
        this.clock = clock;
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping("/live")
    void stream(Actor actor, SignedIn.Session session,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard,
            @RequestParam(required = false) @Nullable String since, HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Connection", "close"); // when the stream ends, the connection does
        response.setHeader("X-Accel-Buffering", "no"); // proxies must pass each event on at once
        var client = new LiveClient(actor.tenant(), actor.person(), actor.session(), request.getRemoteAddr());
        try {
            long joined = hub.join(client);
            long now = client.turnedAway() ? events.last(actor.tenant()) : joined;
            // A stream that comes back says what it heard last; a page's first one, what had rung when the page was drawn.
            long from = number(lastHeard, number(since, now));
            var missed = from < now ? events.after(actor.tenant(), from) : List.<LiveEvents.Ring>of();
            // Too much was missed to tell it one by one: the screen loads afresh.
            boolean tooMuch = missed.size() == LiveEvents.MOST;
            var replay = new ArrayDeque<LiveEvents.Ring>();
            if (!tooMuch) missed.stream().filter(r -> r.concerns(actor.person())).forEach(replay::add);
            client.write(response.getOutputStream(), replay,
                    greeting(tooMuch || replay.isEmpty() ? Math.max(from, now) : from, tooMuch,
                            client.turnedAway(), Duration.between(clock.instant(), session.expiresAt()).toSeconds()));
        } catch (IOException e) {
            return; // the reader has gone
        } finally {
            hub.leave(client);
        }
    }

    private static long number(@Nullable String said, long otherwise) {
        return said != null && said.matches("[0-9]{1,18}") ? Long.parseLong(said) : otherwise;
    }

    /**
     * Tells the browser when to come back, from which number to resume, whether to load the page anew, and in how many
     * seconds the session is over unless it is used. Where no more streams are kept the answer ends here, and its
     * browser asks again every so often.
     */
    private static byte[] greeting(long id, boolean reload, boolean askAgain, long seconds) {
        return ("retry: " + (askAgain ? ASK_AGAIN : COME_BACK) + "\n\nid: " + id + "\nevent: "
                + (reload ? "reload" : "hello") + "\ndata: " + id + " " + seconds + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
