package org.daywatch.mentoring.care;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.directory.consents.ConsentAnswer;
import org.daywatch.directory.consents.Consents;
import org.daywatch.mentoring.care.MatchDoor.Entrance;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MatchCommand;
import org.daywatch.mentoring.matches.MatchCommand.By;
import org.daywatch.mentoring.matches.MatchCommand.Limits;
import org.daywatch.mentoring.matches.MatchCommand.Part;
import org.daywatch.mentoring.matches.MatchCommand.Screening;
import org.daywatch.mentoring.matches.MatchFile;
import org.daywatch.mentoring.matches.MatchRefusal;
import org.daywatch.mentoring.matches.MatchStage;
import org.daywatch.mentoring.matches.MentorSession;
import org.daywatch.mentoring.mentors.Mentor;
import org.daywatch.mentoring.mentors.MentorStore;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about matches, each in one transaction with its facts. The district is bound. */
@Component
@Transactional
public class MatchCommands {

    private static final By NOBODY = new By(new UUID(0, 0), "", Part.NOBODY);

    private final MatchStore matches;
    private final MentorSessionStore sessions;
    private final MentorStore mentors;
    private final Consents consents;
    private final MatchRules rules;
    private final Shredding shredding;
    private final Facts facts;
    private final Clock clock;

    MatchCommands(MatchStore matches, MentorSessionStore sessions, MentorStore mentors, Consents consents,
            MatchRules rules, Shredding shredding, Facts facts, Clock clock) {
        this.matches = matches;
        this.sessions = sessions;
        this.mentors = mentors;
        this.consents = consents;
        this.rules = rules;
        this.shredding = shredding;
        this.facts = facts;
        this.clock = clock;
    }

    public UUID refer(Entrance at, UUID student, UUID counselor, MatchFile file, String cause) {
        var id = Ids.next();
        var decided = Match.refer(at.school().districtId(), id, at.school().id(), student, counselor, file, at.today(),
                clock.instant(), at.actor().name()).orThrow();
        matches.insert(decided.state(), at.actor().person(), cause);
        facts.tell(decided.facts());
        return id;
    }

    /** @param version the one its reader had before them. @throws Stale where somebody wrote since */
    public void act(UUID id, int version, Function<Match, MatchCommand> asked) {
        var m = matches.lock(id);
        if (m.version() != version) throw new Stale("match " + id);
        var command = asked.apply(m);
        if (command instanceof MatchCommand.Agree) needsConsent(id);
        decide(m, command);
    }

    /** Custody may have changed, or a consent may have ended, since both said yes. */
    private void needsConsent(UUID id) {
        if (!(consents.of(id) instanceof ConsentAnswer.Stands)) throw new Refused(MatchRefusal.MATCH_NO_CONSENT);
    }

    /** A mentor is chosen: their papers and how many they carry are looked at now. */
    public void choose(Entrance at, UUID id, int version, UUID person, LocalDate termEnds, List<String> why) {
        matches.lockMentor(person);
        needsConsent(id);
        var mentor = mentors.find(at.school().districtId(), person)
                .orElseThrow(() -> new NotFound("mentor " + person));
        boolean full = matches.carried().getOrDefault(person, 0) >= mentor.most();
        act(id, version, m -> new MatchCommand.Screen(screening(mentor), termEnds, full, why, at.today(), at.by()));
    }

    private static Screening screening(Mentor m) {
        return new Screening(m.person(), m.name(), m.until());
    }

    /** A meeting is logged, within the minutes that the rules leave. */
    public void meet(Entrance at, UUID id, int version, MentorSession session) {
        var m = matches.lock(id);
        if (m.version() != version) throw new Stale("match " + id);
        var school = at.school();
        var day = LocalDate.ofInstant(session.beginsAt(), school.zone());
        var monday = day.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var limits = new Limits(sessions.minutes(m, monday, monday.plusDays(6)), rules.longestSession(school, day),
                rules.mostInWeek(school, day));
        if (session.isHeld()) needsScreening(m, day);
        boolean stands = consents.of(id) instanceof ConsentAnswer.Stands;
        var decided = m.decide(new MatchCommand.Meet(session, day, stands, limits, at.by()), clock.instant())
                .orThrow();
        sessions.insert(m, session, day, Math.min(limits.longest(), limits.most() - limits.week()), clock.instant());
        matches.save(decided.state());
        facts.tell(decided.facts());
    }

    /** A mentor may have lost a paper since they were chosen. */
    private void needsScreening(Match m, LocalDate day) {
        if (m.mentor() == null || mentors.find(m.district(), m.mentor()).filter(one -> one.meets(day)).isEmpty())
            throw new Refused(MatchRefusal.MATCH_NOT_SCREENED, Map.of("mentor", m.mentorName()));
    }

    /** What consents come to has changed, perhaps some time ago: the match follows. */
    public void weigh(UUID id, Campus school) {
        if (matches.find(id).isEmpty()) return;
        var m = matches.lock(id);
        if (m.stage().isOver()) return;
        switch (consents.of(id)) {
            case ConsentAnswer.Stands _ -> {
                if (m.stage() == MatchStage.REFERRED) decide(m, new MatchCommand.RecordConsent(true, NOBODY));
            }
            case ConsentAnswer.Declined _,ConsentAnswer.Withdrawn _ ->
                decide(m, new MatchCommand.LoseConsent(LocalDate.now(clock.withZone(school.zone())), NOBODY));
            case ConsentAnswer.Missing _,ConsentAnswer.Lapsed _ -> {}
        }
    }

    private void decide(Match m, MatchCommand command) {
        var decided = m.decide(command, clock.instant()).orThrow();
        matches.save(decided.state());
        facts.tell(decided.facts());
    }

    /** @return how many ended before the day and are gone now, with their sessions and keys */
    int forget(UUID district, LocalDate endedBefore) {
        var over = matches.endedBefore(district, endedBefore);
        over.forEach(id -> shredding.shred(district, id));
        matches.delete(district, over);
        return over.size();
    }
}
