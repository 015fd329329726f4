package org.daywatch.planning.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.FundedPosts;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.agreements.Agreement.Kind;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.planning.agreements.clauses.Clause;
import org.daywatch.planning.agreements.clauses.ClauseLibrary;
import org.daywatch.planning.agreements.clauses.ClauseTopic;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.planning.places.SubjectDemands;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts agreements: by itself when an officer first works at a school that must have one, by hand, and as a renewal.
 */
@Component
@Transactional
public class AgreementDrafts {

    private final AgreementCommands commands;
    private final AgreementStore agreements;
    private final ClauseLibrary library;
    private final SubjectDemands demands;
    private final ObjectProvider<FundedPosts> posts;
    private final SchoolPlaces places;
    private final SessionDays sessions;
    private final Organizations organizations;
    private final Texts texts;
    private final Clock clock;

    AgreementDrafts(AgreementCommands commands, AgreementStore agreements, ClauseLibrary library,
            SubjectDemands demands, ObjectProvider<FundedPosts> posts, SchoolPlaces places,
            SessionDays sessions, Organizations organizations, Texts texts, Clock clock) {
        this.commands = commands;
        this.agreements = agreements;
        this.library = library;
        this.demands = demands;
        this.posts = posts;
        this.places = places;
        this.sessions = sessions;
        this.organizations = organizations;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What is to be drafted.
     *
     * @param officer null for all who work there
     * @param due null: as the rule says
     */
    public record Wanted(Kind kind, @Nullable UUID officer, String name, LocalDate start, @Nullable LocalDate due,
            LocalDate ends, String language) {}

    /** Which rule sets the last day in time for both signatures. */
    public Optional<Requirement> rule(Kind kind, UUID school, LocalDate day) {
        return demands.of("AGREEMENT:" + kind.name(), school, day);
    }

    /**
     * The officer stood at this school on that day. Any number of times; nothing where nothing is demanded or one
     * covers the day. @return the draft that was made
     */
    public Optional<UUID> startedWork(Campus school, UUID officer, String name, LocalDate day) {
        if (agreements.covering(school.id(), officer, day).isPresent()
                || rule(Kind.SERVICE, school.id(), day).isEmpty())
            return Optional.empty();
        return draft(school, new Wanted(Kind.SERVICE, officer, name, day, null, endOfYear(school, day), "en"),
                "Daywatch");
    }

    /** @throws InvalidInput where no rule sets the last day in time and none was given, or the days are out of order */
    public UUID byHand(Campus school, Wanted wanted, String by) {
        if (wanted.officer() == null
                && agreements.standsForAll(school.id(), wanted.kind(), wanted.start(), wanted.ends())) {
            throw new InvalidInput("officer", wanted.name(), "serviceAgreements.wrong.forAll");
        }
        return draft(school, wanted, by)
                .orElseThrow(() -> new InvalidInput("officer", wanted.name(), "serviceAgreements.wrong.twice"));
    }

    private Optional<UUID> draft(Campus school, Wanted wanted, String by) {
        var rule = rule(wanted.kind(), school.id(), wanted.start());
        var due = wanted.due() != null
                ? wanted.due()
                : rule.map(r -> wanted.start().plusDays(r.rule().number()))
                        .orElseThrow(() -> new InvalidInput("due", "", "serviceAgreements.wrong.due"));
        if (due.isBefore(wanted.start()))
            throw new InvalidInput("due", due.toString(), "serviceAgreements.wrong.order");
        if (wanted.ends().isBefore(wanted.start()))
            throw new InvalidInput("ends", wanted.ends().toString(), "serviceAgreements.wrong.order");
        var post = posts.stream().flatMap(p -> p.of(Set.of(school.id()), wanted.start()).stream()).findFirst()
                .map(FundedPosts.FundedPost::id).orElse(null);
        var drafted = new Agreement(places.agencyOf(school.districtId()), Ids.next(), school.districtId(), school.id(),
                wanted.kind(), wanted.officer(), wanted.name(), post, wanted.language(),
                wanted.start(), due, wanted.due() != null ? "" : rule.map(r -> r.rule().version()).orElse(""),
                wanted.ends(), State.DRAFT, clock.instant(), 1, "", null, null, List.of(), by, 1);
        var clauses = new ArrayList<Clause>();
        clauses.add(parties(drafted, school));
        clauses.addAll(library.all(wanted.language()));
        return commands.draft(drafted, clauses) ? Optional.of(drafted.id()) : Optional.empty();
    }

    /**
     * The same text for the year after, with its own parties and days. @throws Refused when it is renewed already or
     * cannot be
     */
    public UUID renew(UUID id, Campus school, String by) {
        var g = agreements.lock(id);
        if (g.state() != State.IN_FORCE && g.state() != State.EXPIRED)
            throw new Refused(PlanningRefusal.AGREEMENT_STATE);
        var start = g.ends().plusDays(1);
        var rule = rule(g.kind(), school.id(), start);
        long days = rule.map(r -> (long) r.rule().number()).orElse(ChronoUnit.DAYS.between(g.start(), g.due()));
        var next = new Agreement(g.agencyId(), Ids.next(), g.districtId(), g.schoolId(), g.kind(), g.officerId(),
                g.officer(), g.fundedPost(), g.language(), start, start.plusDays(days),
                rule.map(r -> r.rule().version()).orElse(""), endOfYear(school, start), State.DRAFT, clock.instant(), 1,
                "", null, g.id(), List.of(), by, 1);
        var clauses = new ArrayList<Clause>();
        clauses.add(parties(next, school));
        agreements.text(g.id(), g.text()).stream().filter(c -> c.topic() != ClauseTopic.PARTIES).forEach(clauses::add);
        if (!commands.draft(next, clauses)) throw new Refused(PlanningRefusal.AGREEMENT_RENEWED_ALREADY);
        return next.id();
    }

    /** Who agrees with whom about which officer, school and days: part of the text that is signed. */
    private Clause parties(Agreement g, Campus school) {
        var when = When.in(g.language());
        String who = g.officer().isEmpty() ? texts.of(g.language(), "serviceAgreements.allOfficers") : g.officer();
        return new Clause(ClauseTopic.PARTIES, texts.of(g.language(), "serviceAgreements.parties"),
                texts.of(g.language(), "serviceAgreements.parties.words", name(g.agencyId()), name(g.districtId()), who,
                        school.name(), when.date(g.start()), when.date(g.ends())));
    }

    private String name(UUID organization) {
        return organizations.find(organization).map(Organizations.Organization::name)
                .orElseThrow(() -> new NotFound("organization " + organization));
    }

    /** With the school's year. */
    @Transactional(readOnly = true)
    public LocalDate endOfYear(Campus school, LocalDate day) {
        return AgreementTerm.end(sessions.timetable(List.of(school)).calendarsByDistrict()
                .getOrDefault(school.districtId(), List.of()).stream()
                .map(c -> new AgreementTerm.Year(c.firstDay(), c.lastDay())).toList(), day);
    }
}
