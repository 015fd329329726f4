package org.daywatch.directory.programs.posts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.FundedPostAdded;
import org.daywatch.directory.DirectoryEvent.FundedPostEnded;
import org.daywatch.directory.DirectoryEvent.FundedPostPriced;
import org.daywatch.directory.DirectoryEvent.ProgramJoined;
import org.daywatch.directory.DirectoryEvent.ProgramLeft;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.FundedPosts.Money;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of funded posts and of who takes part: the agency adds and ends; nothing is erased. */
@Component
@Transactional
public class FundedPostRegister {
    public static final List<String> KINDS = List.of("SRO", "SSO", "JPO");
    private static final int LONGEST_AWARD = 100;
    private final FundedPostStore posts;
    private final Members members;
    private final CatalogStore catalog;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;

    FundedPostRegister(FundedPostStore posts, Members members, CatalogStore catalog, Campuses campuses, Facts facts,
            Clock clock) {
        this.posts = posts;
        this.members = members;
        this.catalog = catalog;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param schools of one district; several where the post is shared */
    public record NewPost(String program, String award, String kind, List<UUID> schools, LocalDate from) {}

    public UUID add(NewPost asked) {
        checkProgram(asked.program());
        String award = asked.award().strip();
        if (award.isEmpty() || award.length() > LONGEST_AWARD)
            throw new InvalidInput("award", award, "fundedposts.wrong.award");
        if (!KINDS.contains(asked.kind())) throw new InvalidInput("kind", asked.kind(), "fundedposts.wrong.kind");
        Set<UUID> schools = new LinkedHashSet<>(asked.schools());
        var found = campuses.list(schools);
        if (schools.isEmpty() || found.size() < schools.size())
            throw new InvalidInput("school", schools.toString(), "fundedposts.wrong.school");
        if (found.stream().map(Campus::districtId).distinct().count() > 1)
            throw new InvalidInput("school2", schools.toString(), "fundedposts.wrong.district");
        var post = new FundedPost(Ids.next(), found.getFirst().districtId(), asked.program(), award, asked.kind(),
                List.copyOf(schools), asked.from(), null, null);
        if (posts.isTaken(post)) throw new Refused(DirectoryRefusal.AWARD_TAKEN);
        posts.insert(post, person(), clock.instant());
        facts.tell(new FundedPostAdded(Tenancy.tenant(), post.id(), clock.instant(), post.districtId(), post.program(),
                award, post.kind(), post.schools(), post.from()));
        return post.id();
    }

    public void end(UUID id, LocalDate last, String reason) {
        var post = posts.find(id).orElseThrow(() -> new NotFound("funded post " + id));
        if (post.to() != null) throw new Refused(DirectoryRefusal.FUNDED_POST_ENDED);
        if (last.isBefore(post.from())) throw new InvalidInput("last", last.toString(), "fundedposts.wrong.last");
        int length = reason.strip().length();
        if (length < 5 || length > 300) throw new InvalidInput("reason", reason, "fundedposts.wrong.reason");
        if (!posts.end(id, last, reason.strip())) throw new NotFound("funded post " + id);
        facts.tell(new FundedPostEnded(Tenancy.tenant(), id, clock.instant(), post.districtId(), last, reason.strip()));
    }

    /** What the award holds in a school year and what an hour costs, from now on; the same for the year that runs. */
    public void price(UUID id, Money money) {
        var post = posts.find(id).orElseThrow(() -> new NotFound("funded post " + id));
        if (money.yearAward() < 0)
            throw new InvalidInput("yearAward", String.valueOf(money.yearAward()), "fundedposts.wrong.money");
        if (money.hour() <= 0) throw new InvalidInput("hour", String.valueOf(money.hour()), "fundedposts.wrong.money");
        if (!posts.price(id, money)) throw new NotFound("funded post " + id);
        facts.tell(new FundedPostPriced(Tenancy.tenant(), id, clock.instant(), post.districtId(), money.yearAward(),
                money.hour()));
    }

    /** All schools of a district take part in a program from that day on. */
    public void join(String program, UUID district, LocalDate from) {
        checkProgram(program);
        members.join(program, district, null, from, person());
        facts.tell(new ProgramJoined(Tenancy.tenant(), district, clock.instant(), program, from));
    }

    public void leave(UUID member, UUID district, String program, LocalDate last) {
        if (!members.leave(member, last)) throw new NotFound("member " + member);
        facts.tell(new ProgramLeft(Tenancy.tenant(), district, clock.instant(), program, last));
    }

    private void checkProgram(String code) {
        if (catalog.read().find(code).isEmpty()) throw new InvalidInput("program", code, "fundedposts.wrong.program");
    }

    private static @Nullable UUID person() {
        return Tenancy.current().map(scope -> scope.person()).orElse(null);
    }
}
