package org.daywatch.directory.programmes.posts;

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
import org.daywatch.directory.DirectoryEvent.ProgrammeJoined;
import org.daywatch.directory.DirectoryEvent.ProgrammeLeft;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.FundedPosts.Money;
import org.daywatch.directory.programmes.catalogue.CatalogueStore;
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
    private final CatalogueStore catalogue;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;

    FundedPostRegister(FundedPostStore posts, Members members, CatalogueStore catalogue, Campuses campuses, Facts facts, Clock clock) {
        this.posts = posts;
        this.members = members;
        this.catalogue = catalogue;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param schools of one district; several where the post is shared */
    public record NewPost(String programme, String award, String kind, List<UUID> schools, LocalDate from) {}

    public UUID add(NewPost asked) {
        checkProgramme(asked.programme());
        String award = asked.award().strip();
        if (award.isEmpty() || award.length() > LONGEST_AWARD) throw new InvalidInput("award", award, "fundedposts.wrong.award");
        if (!KINDS.contains(asked.kind())) throw new InvalidInput("kind", asked.kind(), "fundedposts.wrong.kind");
        Set<UUID> schools = new LinkedHashSet<>(asked.schools());
        var found = campuses.list(schools);
        if (schools.isEmpty() || found.size() < schools.size()) throw new InvalidInput("school", schools.toString(), "fundedposts.wrong.school");
        if (found.stream().map(Campus::districtId).distinct().count() > 1) throw new InvalidInput("school2", schools.toString(), "fundedposts.wrong.district");
        var post = new FundedPost(Ids.next(), found.getFirst().districtId(), asked.programme(), award, asked.kind(), List.copyOf(schools), asked.from(), null, null);
        if (posts.isTaken(post)) throw new Refused(DirectoryRefusal.AWARD_TAKEN);
        posts.insert(post, person(), clock.instant());
        facts.tell(new FundedPostAdded(Tenancy.tenant(), post.id(), clock.instant(), post.districtId(), post.programme(), award, post.kind(), post.schools(), post.from()));
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
        if (money.yearAward() < 0) throw new InvalidInput("yearAward", String.valueOf(money.yearAward()), "fundedposts.wrong.money");
        if (money.hour() <= 0) throw new InvalidInput("hour", String.valueOf(money.hour()), "fundedposts.wrong.money");
        if (!posts.price(id, money)) throw new NotFound("funded post " + id);
        facts.tell(new FundedPostPriced(Tenancy.tenant(), id, clock.instant(), post.districtId(), money.yearAward(), money.hour()));
    }

    /** All schools of a district take part in a programme from that day on. */
    public void join(String programme, UUID district, LocalDate from) {
        checkProgramme(programme);
        members.join(programme, district, null, from, person());
        facts.tell(new ProgrammeJoined(Tenancy.tenant(), district, clock.instant(), programme, from));
    }

    public void leave(UUID member, UUID district, String programme, LocalDate last) {
        if (!members.leave(member, last)) throw new NotFound("member " + member);
        facts.tell(new ProgrammeLeft(Tenancy.tenant(), district, clock.instant(), programme, last));
    }

    private void checkProgramme(String code) {
        if (catalogue.read().find(code).isEmpty()) throw new InvalidInput("programme", code, "fundedposts.wrong.programme");
    }

    private static @Nullable UUID person() {
        return Tenancy.current().map(scope -> scope.person()).orElse(null);
    }
}
