package org.daywatch.prevention.measures;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.prevention.PreventionEvent;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.measures.Measure.State;
import org.daywatch.prevention.measures.Measure.Word;
import org.daywatch.prevention.measures.MeasureCommand.By;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell. */
@Component
@Transactional
public class MeasureCommands {

    private final MeasureStore measures;
    private final GapFindings gaps;
    private final FindingCommands findings;
    private final PreventionPlaces places;
    private final Facts facts;
    private final Forms forms;
    private final Live live;
    private final Clock clock;

    MeasureCommands(MeasureStore measures, GapFindings gaps, FindingCommands findings, PreventionPlaces places,
            Facts facts, Forms forms, Live live, Clock clock) {
        this.gaps = gaps;
        this.findings = findings;
        this.measures = measures;
        this.places = places;
        this.facts = facts;
        this.forms = forms;
        this.live = live;
        this.clock = clock;
    }

    /**
     * @param assessment out of which it comes, with {@code item}; null and empty where it comes from nowhere
     * else; @param dollars null: no estimate
     */
    public record Wish(@Nullable UUID assessment, String item, String about, String what, CostClass cost,
            @Nullable Integer dollars, String payer) {}

    /** Proposed twice out of one assessment it is one measure. */
    public void propose(Campus school, Wish w, By by, UUID form) {
        if (!forms.first(form)) return;
        var m = new Measure(places.agency(school), Ids.next(), school.districtId(), school.id(), w.assessment(),
                w.item(), w.about(), w.what(), w.cost(),
                w.cost() == CostClass.NONE ? null : w.dollars(), w.payer(),
                new Word(by.person(), by.name(), clock.instant(), ""), new State.Proposed(), 1);
        if (!measures.insert(m)) return;
        facts.tell(m.told());
        costs(m);
        ring(m);
    }

    public Measure handle(UUID id, MeasureCommand command) {
        var decided = measures.lock(id).decide(command, clock.instant()).orThrow();
        measures.save(decided.state());
        decided.facts().forEach(fact -> facts.tell((PreventionEvent) fact));
        costs(decided.state());
        ring(decided.state());
        return decided.state();
    }

    /** What measures for its gaps cost stood before the gaps became findings. */
    public void costs(UUID assessment) {
        measures.ofAssessment(assessment).forEach(this::costs);
    }

    /** A finding costs what its measure costs: the approved one, else the cheapest that is proposed. */
    private void costs(Measure m) {
        var finding = gaps.of(List.of(m)).get(m.id());
        if (finding != null)
            gaps.decisive(finding)
                    .ifPresent(one -> findings.costs(finding.id(), one.cost(), one.dollars()));
    }

    private void ring(Measure m) {
        live.ring("measures", m.agencyId());
        live.ring("measures", m.districtId());
    }
}
