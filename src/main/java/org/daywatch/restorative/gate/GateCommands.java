package org.daywatch.restorative.gate;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.restorative.RestorativeEvent.DisciplineAskedOfOfficer;
import org.daywatch.restorative.RestorativeEvent.GateAnswered;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.gate.GateAnswer.Overrule;
import org.daywatch.restorative.gate.GateAnswer.Words;
import org.daywatch.restorative.gate.GateDoor.Entrance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The gate is asked, and its answer overruled, each in one transaction with its facts. The district is bound. */
@Component
@Transactional
public class GateCommands {

    private final GateStore store;
    private final ProgramRules rules;
    private final Organizations organizations;
    private final Notifications notifications;
    private final Texts texts;
    private final Facts facts;
    private final Clock clock;

    GateCommands(GateStore store, ProgramRules rules, Organizations organizations, Notifications notifications,
            Texts texts, Facts facts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.organizations = organizations;
        this.notifications = notifications;
        this.texts = texts;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param form sent twice it is one answer */
    public void ask(Entrance at, UUID form, GateFacts said) {
        var by = at.actor();
        var finding = Gate.answer(said);
        var answer = new GateAnswer(at.school().districtId(), form, at.school().id(), at.today(), said.danger(),
                said.acts().stream().map(GateAct::code).toList(), finding, by.person(), by.role(),
                new Words(said.educator(), ""), null);
        if (!store.insert(answer)) return;
        var now = clock.instant();
        facts.tell(new GateAnswered(answer.district(), form, now, answer.school(), finding.path().name(), by.name()));
        if (finding.isImproper())
            facts.tell(new DisciplineAskedOfOfficer(organizations.agencyOf(answer.district()), form, now,
                    answer.district(), answer.school(), at.today(), by.role() == Role.OFFICER ? by.person() : null,
                    by.role().name()));
    }

    /** The safety directors of the district are told at once. */
    public void overrule(Entrance at, UUID id, GatePath to, String reason) {
        var by = at.actor();
        var told = organizations.serving(at.school().districtId(), List.of(Role.SAFETY_DIRECTOR)).stream()
                .map(Organizations.Serving::person).collect(Collectors.toSet());
        var decided = store.lock(id).decide(
                new Overrule(to, reason, fewestWords(at), by.person(), by.name(), by.role(), at.today()),
                clock.instant()).orThrow();
        if (told.isEmpty()) throw new Refused(RestorativeRefusal.GATE_NOBODY_TOLD);
        store.save(decided.state());
        facts.tell(decided.facts());
        notifications.tell(notice(at, id), new Audience.People(at.school().districtId(), told));
    }

    public int fewestWords(Entrance at) {
        return rules.book().get("GATE_WORDS", at.today(), "DISTRICT:" + at.school().districtId(),
                RuleBook.state(at.school().state())).number();
    }

    private Notice notice(Entrance at, UUID id) {
        var school = at.school().name();
        return Notice.of("GATE_OVERRULED", "/gate/answers/" + id,
                language -> new Notice.Words(texts.of(language, "gate.notice.subject", school),
                        texts.of(language, "gate.notice.body", school)));
    }
}
