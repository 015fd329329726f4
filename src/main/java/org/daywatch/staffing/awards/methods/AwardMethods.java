package org.daywatch.staffing.awards.methods;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.staffing.AwardEvent.AwardMethodSet;
import org.daywatch.staffing.AwardEvent.AwardMethodWithdrawn;
import org.daywatch.staffing.StaffingRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Methods set and withdrawn, and what they say of a post. */
@Component
@Transactional
public class AwardMethods {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 300;

    private final HomeTime home;
    private final AwardMethodStore store;
    private final ProgramRules rules;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    AwardMethods(AwardMethodStore store, ProgramRules rules, Organizations organizations, Facts facts, HomeTime home,
            Clock clock) {
        this.home = home;
        this.store = store;
        this.rules = rules;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param from the first day of posts it holds for, tomorrow at the earliest
     * @param to the last such day; null: until another one begins
     */
    public UUID set(String scope, Method method, LocalDate from, @Nullable LocalDate to, String source,
            @Nullable UUID person) {
        if (!scopes().contains(scope)) throw new InvalidInput("scope", scope, "awards.methods.wrong.scope");
        if (!from.isAfter(today())) throw new InvalidInput("from", from.toString(), "awards.methods.wrong.from");
        if (to != null && to.isBefore(from)) throw new InvalidInput("to", to.toString(), "awards.methods.wrong.to");
        String authority = Typed.words("source", source, LEAST_WORDS, MOST_WORDS, "awards.methods.wrong.source");
        var row = new AwardMethod(Ids.next(), scope, method, from, to, authority, clock.instant(), null, null);
        if (!store.insert(row, person)) throw new Refused(StaffingRefusal.METHOD_BEGINS_THAT_DAY);
        facts.tell(new AwardMethodSet(Tenancy.tenant(), row.id(), row.setAt(), scope, method.name(), from, to,
                row.source()));
        return row.id();
    }

    public void withdraw(UUID id, String reason, @Nullable UUID person) {
        String why = Typed.words("reason", reason, LEAST_WORDS, MOST_WORDS, "awards.methods.wrong.reason");
        var row = get(id);
        if (!store.withdraw(id, why, person, clock.instant())) throw new Refused(StaffingRefusal.METHOD_WITHDRAWN);
        facts.tell(
                new AwardMethodWithdrawn(Tenancy.tenant(), id, clock.instant(), row.scope(), row.method().name(), why));
    }

    @Transactional(readOnly = true)
    public AwardMethod get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("award method " + id));
    }

    @Transactional(readOnly = true)
    public List<AwardMethod> list() {
        return store.list();
    }

    /** Where a method may hold: for all, for one of the agency's departments, for one of its districts. */
    @Transactional(readOnly = true)
    public List<String> scopes() {
        var scopes = new ArrayList<>(List.of(AwardMethod.DEFAULT));
        organizations.listOwn("DEPARTMENT").forEach(o -> scopes.add(AwardMethod.department(o.id())));
        organizations.listOwn("DISTRICT").forEach(o -> scopes.add(AwardMethod.district(o.id())));
        return scopes;
    }

    /** What holds for a post that was opened and not awarded yet; first come for every other one. */
    @Transactional(readOnly = true)
    public Ruling ruling(UUID post) {
        return collecting(List.of(post)).getOrDefault(post, Ruling.firstCome(post));
    }

    /** Those of the posts for which officers sign up and which wait for their award, the earliest first. */
    @Transactional(readOnly = true)
    public Map<UUID, Ruling> collecting(Collection<UUID> posts) {
        return collecting(() -> store.opened(posts));
    }

    /** The same, of open posts on these days. */
    @Transactional(readOnly = true)
    public Map<UUID, Ruling> collectingOn(LocalDate from, LocalDate to) {
        return collecting(() -> store.openOn(from, to));
    }

    /** The same, of open posts that begin later. */
    @Transactional(readOnly = true)
    public Map<UUID, Ruling> collectingAfter(Instant now) {
        return collecting(() -> store.openAfter(now));
    }

    private Map<UUID, Ruling> collecting(Supplier<List<Ruling.Opened>> posts) {
        var methods = store.list();
        if (methods.stream().noneMatch(m -> m.method().ranks())) return Map.of();
        var book = rules.book();
        var rulings = new LinkedHashMap<UUID, Ruling>();
        for (var opened : posts.get()) {
            var ruling = ruling(opened, methods, book);
            if (ruling.collects()) rulings.put(opened.post(), ruling);
        }
        return rulings;
    }

    private static Ruling ruling(Ruling.Opened post, List<AwardMethod> methods, RuleBook book) {
        var scopes = new ArrayList<String>();
        if (post.department() != null) scopes.add(AwardMethod.department(post.department()));
        scopes.addAll(List.of(AwardMethod.district(post.district()), AwardMethod.DEFAULT));
        var method = AwardMethod.of(methods, scopes, post.day(), post.openedAt());
        if (method.isEmpty() || !method.get().method().ranks()) return Ruling.firstCome(post.post());
        var applied = Arrays.stream(new String[] {"AWARD_AFTER", "AWARD_BEFORE", "AWARD_DAYS"})
                .map(code -> book.get(code, post.day(), AwardMethod.district(post.district()),
                        RuleBook.state(post.state())))
                .toList();
        var chosen = method.get().method();
        var all = chosen == Method.OPTIMIZED
                ? Stream.concat(applied.stream(), rosterRules(book, post.day()))
                : applied.stream();
        return new Ruling(post.post(), chosen, chosen.text(), method.get().version(),
                closesAt(post, hours(applied.get(0)), hours(applied.get(1))),
                applied.get(2).number(), new Ruling.Points(0, 0, 0), all.map(Ruling.Applied::of).toList());
    }

    /** The points schedules are made by: an optimized award asks the same engine. */
    private static Stream<ProgramRule> rosterRules(RuleBook book, LocalDate day) {
        return book.list().stream().map(ProgramRule::code).filter(code -> code.startsWith("ROSTER_")).distinct()
                .sorted().flatMap(code -> book.find(code, day).stream());
    }

    private static @Nullable Instant closesAt(Ruling.Opened post, Duration after, Duration before) {
        var latest = post.startsAt().minus(before);
        if (!latest.isAfter(post.openedAt())) return null;
        var closes = post.openedAt().plus(after);
        return closes.isBefore(latest) ? closes : latest;
    }

    private static Duration hours(ProgramRule rule) {
        return Duration.ofHours(rule.number());
    }

    LocalDate today() {
        return home.today();
    }
}
