package org.daywatch.staffing.awards;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.awards.methods.Ruling;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts for which officers sign up, awards that were made, and what became of one officer's signing up. */
@Component
@Transactional(readOnly = true)
public class AwardQueries {

    /** So long an award stands in the list of those one may ask about. */
    private static final Duration ASKED_ABOUT = Duration.ofDays(28);

    private final DSLContext db;
    private final AwardMethods methods;
    private final SignUpStore signUps;
    private final AwardStore awards;
    private final AwardList list;
    private final Campuses campuses;
    private final Clock clock;

    AwardQueries(DSLContext db, AwardMethods methods, SignUpStore signUps, AwardStore awards, AwardList list,
            Campuses campuses, Clock clock) {
        this.db = db;
        this.methods = methods;
        this.signUps = signUps;
        this.awards = awards;
        this.list = list;
        this.campuses = campuses;
        this.clock = clock;
    }

    /** A post as lists show it. */
    public record Slot(UUID post, String school, ZoneId zone, LocalDate day, Window window) {

        public String day(Page page) {
            return page.when().day(day);
        }

        public String hours(Page page) {
            return page.when().hours(window, zone);
        }

        public String moment(Page page, Instant at) {
            return page.when().moment(at, zone);
        }
    }

    /** @param signUps how many want it */
    public record Collecting(Slot slot, Ruling ruling, int signUps) {}

    public record Made(AwardStore.Stored award, Slot slot, String officer, int candidates) {}

    /** @param award what was decided; null while officers still sign up */
    public record Mine(Slot slot, Instant signedAt, @Nullable Instant closesAt, AwardStore.@Nullable Stored award) {

        public boolean got(UUID officer) {
            return award != null && officer.equals(award.officer());
        }
    }

    /** By post: open ones that have not begun and are awarded. */
    Map<UUID, Ruling> rulings() {
        return methods.collectingAfter(clock.instant());
    }

    List<Collecting> collecting() {
        var rulings = rulings();
        var slots = slots(rulings.keySet());
        var counts = signUps.counts(rulings.keySet());
        return rulings.values().stream().filter(r -> slots.containsKey(r.post()))
                .map(r -> new Collecting(slots.get(r.post()), r, counts.getOrDefault(r.post(), 0)))
                .sorted(java.util.Comparator.comparing((Collecting c) -> c.ruling().closesAt())
                        .thenComparing(c -> c.slot().window()))
                .toList();
    }

    int count(Paging asked) {
        return awards.count(list.which(asked));
    }

    List<Made> made(Paging asked) {
        var rows = awards.list(list.which(asked), AwardList.order(asked), asked.offset(), asked.size());
        var slots = slots(rows.stream().map(AwardStore.Stored::post).toList());
        var names = awards
                .names(rows.stream().map(AwardStore.Stored::officer).filter(java.util.Objects::nonNull).toList());
        return rows.stream().filter(a -> slots.containsKey(a.post()))
                .map(a -> new Made(a, slots.get(a.post()),
                        a.officer() == null ? "" : names.getOrDefault(a.officer(), ""),
                        AwardReader.read(a.record()).candidates().size()))
                .toList();
    }

    List<Mine> mine(UUID officer) {
        var own = signUps.ofOfficer(officer);
        var posts = own.stream().map(SignUps.SignUp::post).toList();
        var slots = slots(posts);
        var rulings = methods.collecting(posts);
        var mine = new ArrayList<Mine>();
        for (var s : own) {
            var ruling = rulings.get(s.post());
            mine.add(new Mine(slots.get(s.post()), s.signedAt(), ruling == null ? null : ruling.closesAt(),
                    awards.ofPost(s.post()).orElse(null)));
        }
        return mine;
    }

    /** Posts awarded lately for which they had not signed up: they may ask about them all the same. */
    List<Slot> others(UUID officer) {
        var own = signUps.ofOfficer(officer).stream().map(SignUps.SignUp::post).collect(Collectors.toSet());
        var posts = awards.postsSince(clock.instant().minus(ASKED_ABOUT)).stream().filter(p -> !own.contains(p))
                .toList();
        var slots = slots(posts);
        return posts.stream().filter(slots::containsKey).map(slots::get).toList();
    }

    /** The award of a post, once it was made. */
    public Optional<UUID> ofPost(UUID post) {
        return awards.ofPost(post).map(AwardStore.Stored::id);
    }

    private Map<UUID, Slot> slots(java.util.Collection<UUID> posts) {
        var rows = db.select(POST.ID, POST.SCHOOL_ID, POST.DAY, POST.STARTS_AT, POST.ENDS_AT).from(POST)
                .where(POST.ID.in(posts)).fetch();
        Map<UUID, Campus> schools = campuses.list(rows.stream().map(r -> r.get(POST.SCHOOL_ID)).distinct().toList())
                .stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.stream().filter(r -> schools.containsKey(r.get(POST.SCHOOL_ID)))
                .collect(Collectors.toMap(r -> r.get(POST.ID), r -> new Slot(r.get(POST.ID),
                        schools.get(r.get(POST.SCHOOL_ID)).name(),
                        schools.get(r.get(POST.SCHOOL_ID)).zone(), r.get(POST.DAY),
                        new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)))));
    }
}
