package org.daywatch.staffing.offers;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.staffing.offers.OfficerFiles.OfficerFile;
import org.daywatch.staffing.shifts.Seats;
import org.daywatch.staffing.shifts.Seats.Seat;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open posts as one officer sees them: those he may take, and those he may not, with the rules that say so. */
@Component
@Transactional(readOnly = true)
public class OfferQueries {

    /** So far ahead a phone lists offers; whoever wants more opens a day. */
    private static final Duration HORIZON = Duration.ofDays(28);
    private static final int MOST = 400;

    private final DSLContext db;
    private final Campuses campuses;
    private final Ranks ranks;
    private final OfferJudge judge;
    private final Clock clock;

    OfferQueries(DSLContext db, Campuses campuses, Ranks ranks, OfferJudge judge, Clock clock) {
        this.db = db;
        this.campuses = campuses;
        this.ranks = ranks;
        this.judge = judge;
        this.clock = clock;
    }

    /** One open post, judged for one officer. */
    public record Offer(Seat seat, String school, ZoneId zone, String duties, Verdict verdict) {

        public String day(String lang) {
            var words = lang.equals("es") ? DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", Locale.of("es", "US"))
                    : DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
            return words.format(seat.window().start().atZone(zone));
        }

        public String hours(String lang) {
            return time(seat.window().start(), lang) + " – " + time(seat.window().end(), lang);
        }

        private String time(Instant at, String lang) {
            return DateTimeFormatter.ofPattern("h:mm a", lang.equals("es") ? Locale.of("es", "US") : Locale.US).format(at.atZone(zone));
        }
    }

    /** @param more there are later posts than those listed */
    public record Offers(List<Offer> mine, List<Offer> notMine, boolean more) {}

    public Offers list(OfficerFile officer) {
        var now = clock.instant();
        var found = seats(officer, POST.ENDS_AT.gt(now).and(POST.STARTS_AT.lt(now.plus(HORIZON))), MOST + 1);
        var judged = judged(officer, found.stream().limit(MOST).toList());
        return new Offers(judged.stream().filter(o -> o.verdict().allowed()).toList(), judged.stream().filter(o -> !o.verdict().allowed()).toList(),
                found.size() > MOST);
    }

    public Offer get(OfficerFile officer, UUID postId) {
        return judged(officer, seats(officer, POST.ID.eq(postId), 1)).stream().findFirst().orElseThrow(() -> new NotFound("offer " + postId));
    }

    private List<Row> seats(OfficerFile officer, Condition which, int limit) {
        int inTerms = ranks.inTerms(officer.departmentId());
        if (inTerms == Integer.MAX_VALUE) return List.of();
        var offered = POST.STATE.eq("OPEN").and(Ranks.of(inTerms, officer.departmentId()).le(POST.POSTED_RANK))
                .or(POST.STATE.eq("HELD").and(POST.HELD_FOR.eq(officer.id()).or(POST.HELD_UNTIL.lt(clock.instant()))));
        return db.select(POST, DETAIL_REQUEST.DUTIES).from(POST).join(DETAIL_REQUEST).on(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                .where(offered).and(which).orderBy(POST.STARTS_AT, POST.SCHOOL_ID, POST.SEAT).limit(limit)
                .fetch(r -> new Row(Seats.seat(r.value1()), r.value2()));
    }

    private List<Offer> judged(OfficerFile officer, List<Row> rows) {
        Map<UUID, Campus> schools = campuses.list(rows.stream().map(r -> r.seat().schoolId()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.stream().filter(r -> schools.containsKey(r.seat().schoolId())).map(r -> {
            var campus = schools.get(r.seat().schoolId());
            return new Offer(r.seat(), campus.name(), campus.zone(), r.duties(), judge.judge(officer, r.seat()));
        }).toList();
    }

    private record Row(Seat seat, String duties) {}
}
