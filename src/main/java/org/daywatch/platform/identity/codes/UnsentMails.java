package org.daywatch.platform.identity.codes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Account mails that the demonstration did not send, for its outbox: the last few, in memory, and with the code left
 * out. What opens a door is kept nowhere, not even where only invented people live.
 */
@Component
public class UnsentMails {

    private static final int KEPT = 50;

    private final Clock clock;
    private final Deque<Mail> mails = new ArrayDeque<>();

    UnsentMails(Clock clock) {
        this.clock = clock;
    }

    /** @param body with every code replaced by an ellipsis */
    public record Mail(Instant at, String to, String subject, String body) {}

    synchronized void keep(String to, String subject, String body) {
        mails.addFirst(new Mail(clock.instant(), to, subject, body.replaceAll("code=[A-Za-z0-9_-]+", "code=…")));
        if (mails.size() > KEPT) mails.removeLast();
    }

    /** Newest first. */
    public synchronized List<Mail> list() {
        return List.copyOf(mails);
    }
}
