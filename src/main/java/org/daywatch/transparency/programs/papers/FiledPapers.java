package org.daywatch.transparency.programs.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.calendars.YearParts;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.transparency.ProgramEvent.PaperFiled;
import org.daywatch.transparency.ProgramEvent.PaperWithdrawn;
import org.daywatch.transparency.ProgramRefusal;
import org.daywatch.transparency.programs.papers.FiledPaper.Withdrawn;
import org.daywatch.transparency.programs.totals.Demands;
import org.daywatch.transparency.programs.totals.SchoolYears;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers as they were recorded; one that was recorded wrongly is withdrawn with a reason and stays readable. */
@Component
@Transactional
public class FiledPapers {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 300;
    private final FiledPaperStore store;
    private final Demands demands;
    private final SchoolYears years;
    private final Organizations organizations;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    FiledPapers(FiledPaperStore store, Demands demands, SchoolYears years, Organizations organizations, Facts facts,
            Forms forms, Clock clock) {
        this.store = store;
        this.demands = demands;
        this.years = years;
        this.organizations = organizations;
        this.facts = facts;
        this.forms = forms;
        this.clock = clock;
    }

    /** What may be recorded for this school today. */
    @Transactional(readOnly = true)
    public List<String> subjects(Campus school) {
        return FiledPaper.subjects(demanded(school));
    }

    private List<Requirement> demanded(Campus school) {
        return demands.of(List.of(school.id()), today(school)).getOrDefault(school.id(), List.of());
    }

    /** What a notice announces has a day, a report about a quarter the first day of that; anything else has none. */
    private @Nullable LocalDate forDay(Campus school, String subject, LocalDate day, @Nullable LocalDate forDay) {
        var demanded = demanded(school);
        if (FiledPaper.ofQuarter(demanded, subject)) return quarter(school, day, forDay);
        if (!FiledPaper.announces(demanded, subject)) return null;
        if (forDay == null) throw new InvalidInput("forDay", "", "papers.wrong.forDay");
        return forDay;
    }

    /** The quarter that was over last, where none is given. One that goes on cannot be reported yet. */
    private LocalDate quarter(Campus school, LocalDate day, @Nullable LocalDate given) {
        var here = YearParts.quarterBegins(day);
        if (given == null) return over(school, here, day) ? here : here.minusMonths(3);
        var wanted = YearParts.quarterBegins(given);
        if (!over(school, wanted, day)) throw new InvalidInput("forDay", given.toString(), "papers.wrong.quarter");
        return wanted;
    }

    private boolean over(Campus school, LocalDate quarter, LocalDate day) {
        return FiledPaper.over(years.of(List.of(school), day).get(school.id()), quarter, day);
    }

    /**
     * @param forDay of what a notice announces; of a report about a quarter any day of that, or null for the last
     * one. @param form its id; the second time nothing happens
     */
    public void file(Actor actor, Campus school, String subject, LocalDate day, @Nullable LocalDate forDay,
            String title, String kept, UUID form) {
        file(actor, List.of(school), subject, day, forDay, title, kept, form);
    }

    /** The same paper for several schools, such as one report that names them all. */
    public void file(Actor actor, Collection<Campus> schools, String subject, LocalDate day, @Nullable LocalDate forDay,
            String title, String kept, UUID form) {
        var announced = new LinkedHashMap<Campus, Optional<LocalDate>>();
        for (var school : schools) {
            if (!subjects(school).contains(subject)) throw new InvalidInput("subject", subject, "papers.wrong.subject");
            if (day.isAfter(today(school))) throw new InvalidInput("day", day.toString(), "papers.wrong.day");
            announced.put(school, Optional.ofNullable(forDay(school, subject, day, forDay)));
        }
        if (!forms.first(form)) return;
        announced.forEach((school, of) -> file(actor, school, subject, day, of.orElse(null), title, kept));
    }

    private void file(Actor actor, Campus school, String subject, LocalDate day, @Nullable LocalDate announced,
            String title, String kept) {
        var now = clock.instant();
        var id = Ids.next();
        var agency = actor.role().organizationKind().equals("DISTRICT")
                ? organizations.find(actor.tenant()).map(Organizations.Organization::parent).orElseThrow()
                : actor.tenant();
        store.insert(new FiledPaper(agency, id, school.districtId(), school.id(), subject, day, announced,
                words("title", title), words("kept", kept), actor.person(), actor.name(), now, null));
        facts.tell(new PaperFiled(agency, id, now, school.id(), subject, day, actor.name()));
    }

    public void withdraw(Actor actor, FiledPaper paper, String reason) {
        if (reason.strip().length() < SHORTEST_REASON) throw new Refused(ProgramRefusal.PAPER_REASON_MISSING);
        if (reason.strip().length() > LONGEST_REASON) throw new InvalidInput("reason", reason, "papers.wrong.reason");
        var now = clock.instant();
        if (!store.withdrawn(paper.id(), new Withdrawn(actor.name(), now, reason.strip())))
            throw new Refused(ProgramRefusal.PAPER_WITHDRAWN);
        facts.tell(new PaperWithdrawn(paper.agency(), paper.id(), now, paper.school(), paper.subject(), reason.strip(),
                actor.name()));
    }

    private static String words(String field, String typed) {
        var text = typed.strip();
        if (text.length() < 3 || text.length() > 200) throw new InvalidInput(field, typed, "papers.wrong." + field);
        return text;
    }

    private LocalDate today(Campus school) {
        return LocalDate.ofInstant(clock.instant(), school.zone());
    }
}
