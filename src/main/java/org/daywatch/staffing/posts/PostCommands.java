package org.daywatch.staffing.posts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.PostsPosted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, holds, releases and cancels posts. */
@Component
@Transactional
public class PostCommands {

    private final PostStore posts;
    private final Facts facts;
    private final Clock clock;

    PostCommands(PostStore posts, Facts facts, Clock clock) {
        this.posts = posts;
        this.facts = facts;
        this.clock = clock;
    }

    public void open(UUID id, int rank) {
        decide(id, new PostCommand.Open(rank));
    }

    /** Opens every draft of this request that is not over to the primary department. @return how many */
    public int openAll(UUID request) {
        var opened = posts.open(List.of(request), 1, clock.instant());
        tellOpened(request, opened);
        return opened.posts();
    }

    /** For a job that opens many chunks and tells once at its end. */
    public Opened openQuietly(Collection<UUID> requests, LocalDate from, LocalDate to) {
        return posts.open(requests, from, to, 1, clock.instant());
    }

    /** With the first and the last day of what was opened: whoever reads it may rely on these days. */
    public void tellOpened(UUID what, Opened opened) {
        if (opened.posts() > 0)
            facts.tell(new PostsPosted(Tenancy.tenant(), what, clock.instant(), opened.posts(), 1, opened.first(),
                    opened.last()));
    }

    public void hold(UUID id, UUID officer, Instant until, String reason) {
        if (!posts.officerExists(officer)) throw new NotFound("officer " + officer);
        decide(id, new PostCommand.Hold(officer, until, reason));
    }

    public void release(UUID id) {
        decide(id, new PostCommand.Release());
    }

    public void cancel(UUID id, String reason) {
        decide(id, new PostCommand.Cancel(reason));
    }

    public void reopen(UUID id) {
        decide(id, new PostCommand.Reopen());
    }

    /** @return how many places were held too long and are open again */
    public int releaseExpired() {
        return posts.releaseExpired(clock.instant());
    }

    private void decide(UUID id, PostCommand command) {
        var now = clock.instant();
        var decided = posts.get(id).decide(command, now).orThrow();
        posts.save(decided.state(), now);
        facts.tell(decided.facts());
    }
}
