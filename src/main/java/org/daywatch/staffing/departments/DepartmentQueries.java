package org.daywatch.staffing.departments;

import static org.daywatch_db.staffing.Tables.OFFICER_CARD;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.dutystatus.DutyStatusStore;
import org.daywatch.staffing.hours.HourStore;
import org.daywatch.staffing.hoursleft.HoursLeft;
import org.daywatch.staffing.hoursleft.HoursLeftQueries;
import org.daywatch_db.staffing.tables.records.OfficerCardRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asked by a department that acts for itself: row security shows it its own officers' cards and hours, at whatever
 * agency.
 */
@Component
@Transactional(readOnly = true)
public class DepartmentQueries {

    static final Map<String, Comparator<Row>> SORTS = Map.of(
            "left",
            Comparator.comparing((Row r) -> r.left().orElse(Duration.ofDays(365))).thenComparing(r -> r.card().name()),
            "name", Comparator.comparing(r -> r.card().name()),
            "badge", Comparator.comparing(r -> r.card().badge()),
            "permission", Comparator.comparing(
                    (Row r) -> r.card().permissionUntil() == null ? LocalDate.MIN : r.card().permissionUntil()));

    /** Long enough for a signature to travel through a department. */
    static final int SOON_DAYS = 30;

    private final DSLContext db;
    private final HoursLeftQueries standings;
    private final HourStore hours;
    private final DutyStatusStore statuses;
    private final HomeTime time;
    private final Clock clock;

    DepartmentQueries(DSLContext db, HoursLeftQueries standings, HourStore hours, DutyStatusStore statuses,
            HomeTime time, Clock clock) {
        this.statuses = statuses;
        this.time = time;
        this.db = db;
        this.standings = standings;
        this.hours = hours;
        this.clock = clock;
    }

    public record Card(UUID agencyId, UUID officerId, String name, String badge, String rank, String state,
            String permissionState,
            @Nullable LocalDate permissionUntil) {

        public String nameAndBadge() {
            return name + " (" + badge + ")";
        }

        public boolean permittedOn(LocalDate day) {
            return permissionState.equals("VALID") && permissionUntil != null && !permissionUntil.isBefore(day);
        }

        public boolean endsSoon(LocalDate day) {
            return permittedOn(day) && permissionUntil != null && permissionUntil.isBefore(day.plusDays(SOON_DAYS));
        }
    }

    /** @param away why they are not at full duty today; null while they are */
    public record Row(Card card, List<HoursLeft> standings, @Nullable DutyStatus away) {

        public boolean available() {
            return away == null && card.state().equals("ACTIVE");
        }

        /** Under the tightest limit; nothing for whoever is not available, whatever their limits would leave. */
        public Optional<Duration> left() {
            return available() ? tightest().map(HoursLeft::left) : Optional.of(Duration.ZERO);
        }

        public Optional<HoursLeft> tightest() {
            return standings.stream().filter(s -> !s.isRest()).findFirst();
        }

        public boolean overALimit() {
            return standings.stream().anyMatch(s -> !s.isRest() && s.isBroken());
        }

        /** Within every limit, with little left under the tightest. */
        public boolean nearALimit() {
            return !overALimit() && tightest().filter(s -> s.tone() == Chip.Tone.WARN).isPresent();
        }
    }

    public record Detail(Row row, List<HourStore.Row> entries, java.time.ZoneId zone) {}

    /** All who fit the filters, in order; a department has hundreds of officers, not thousands. */
    List<Row> list(Paging paging) {
        var rows = cards().stream().filter(c -> fits(c, paging)).collect(Collectors.groupingBy(Card::agencyId))
                .entrySet().stream()
                .flatMap(agency -> rows(agency.getKey(), agency.getValue()).stream())
                .filter(r -> switch (paging.filter("only")) {
                    case "over" -> r.overALimit();
                    case "near" -> r.nearALimit();
                    default -> true;
                }).sorted(SORTS.get(paging.sort()));
        var list = new ArrayList<>(rows.toList());
        return paging.descending() ? list.reversed() : list;
    }

    Detail get(UUID officerId) {
        var card = card(officerId);
        var now = clock.instant();
        var terms = standings.terms(card.agencyId(), Tenancy.tenant());
        return new Detail(rows(card.agencyId(), List.of(card)).getFirst(),
                hours.list(officerId, new Window(now.minus(Duration.ofDays(14)), now.plus(Duration.ofDays(28)))),
                terms.zone());
    }

    /** One of the department's own officers. */
    Card card(UUID officerId) {
        return cards().stream().filter(c -> c.officerId().equals(officerId)).findFirst()
                .orElseThrow(() -> new NotFound("officer " + officerId));
    }

    HoursLeftQueries.Terms terms(UUID agency) {
        return standings.terms(agency, Tenancy.tenant());
    }

    private List<Row> rows(UUID agency, List<Card> cards) {
        var terms = standings.terms(agency, Tenancy.tenant());
        var all = new HashMap<>(standings.of(cards.stream().map(Card::officerId).toList(), terms, clock.instant()));
        var away = statuses.on(cards.stream().map(Card::officerId).toList(), time.today());
        return cards.stream().map(c -> new Row(c, all.getOrDefault(c.officerId(), List.of()), away.get(c.officerId())))
                .toList();
    }

    private static boolean fits(Card card, Paging paging) {
        var words = paging.filter("q").toLowerCase(java.util.Locale.ROOT);
        var named = card.name().toLowerCase(java.util.Locale.ROOT).contains(words)
                || card.badge().equalsIgnoreCase(words);
        return named && (paging.filter("state").isEmpty() || card.state().equals(paging.filter("state")));
    }

    List<Card> cards() {
        return db.selectFrom(OFFICER_CARD).where(OFFICER_CARD.DEPARTMENT_ID.eq(Tenancy.tenant()))
                .orderBy(OFFICER_CARD.FULL_NAME).fetch(DepartmentQueries::card);
    }

    private static Card card(OfficerCardRecord r) {
        return new Card(r.getAgencyId(), r.getOfficerId(), r.getFullName(), r.getBadge(), r.getRank(), r.getState(),
                r.getPermissionState(), r.getPermissionUntil());
    }
}
