package org.daywatch.relationships.threats.requests.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.relationships.threats.requests.RecordsRequest;
import org.daywatch.relationships.threats.requests.RecordsRequest.Kind;
import org.daywatch.relationships.threats.requests.RecordsRequest.State;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor.Asked;
import org.daywatch.relationships.threats.requests.RecordsRequestFile.Entry;

/** How requests are said on pages. */
public final class RecordsWords {

    /** Steps that need a principal, who both answers and reads: another says or does a part of them. */
    private static final Set<String> NOT_ALL = Set.of("RECEIVED.TEAM", "IDENTIFIED.PAPER.TEAM",
            "IDENTIFIED.READY.TEAM", "OFFERED.READY.TEAM", "IDENTIFIED.PAPER.KEEPER", "IDENTIFIED.AMEND.KEEPER",
            "OFFERED.PAPER.KEEPER", "OFFERED.READY.KEEPER");

    private RecordsWords() {}

    public static Chip state(Page page, RecordsRequest q) {
        var word = page.t("asked.state." + q.state());
        return q.state().over() ? Chip.quiet(word) : Chip.info(word);
    }

    /** Whose record, or that there is none: nobody is named then. */
    public static String title(Page page, Asked asked) {
        return asked.of().isEmpty() ? page.t("asked.nobody") : asked.student();
    }

    /** By when, or when it ended. */
    public static String when(Page page, RecordsRequest q) {
        if (q.endedOn() != null) return page.t("asked.ended", page.when().date(q.endedOn()));
        var due = page.when().date(q.dueOn());
        if (q.waitsUntil().isEmpty()) return page.t("asked.answered", due);
        var offered = q.state() == State.OFFERED ? q.file().offered() : null;
        return offered == null
                ? page.t("asked.due", due)
                : page.t("asked.offered.due", page.when().date(offered.day()), due);
    }

    /** What comes next for whoever looks. @param enters they answer parents */
    public static String next(Page page, Asked asked, boolean enters) {
        var q = asked.request();
        var step = q.state().name();
        if (q.state() == State.IDENTIFIED || q.state() == State.OFFERED)
            step += q.kind() == Kind.AMEND ? ".AMEND" : q.waitsForPaper() ? ".PAPER" : ".READY";
        var theirs = step + (asked.reads() ? ".TEAM" : ".KEEPER");
        return page.t("asked.next." + (enters && asked.reads() || !NOT_ALL.contains(theirs) ? step : theirs));
    }

    public static Map<String, String> facts(Page page, Asked asked) {
        var q = asked.request();
        var facts = new LinkedHashMap<String, String>();
        facts.put(page.t("asked.kind"), page.t("asked.kind." + q.kind()));
        facts.put(page.t("asked.by"), q.file().asker().name() + " (" + q.file().asker().relation() + ")");
        facts.put(page.t("asked.how"), page.t("asked.how." + q.file().asker().how()));
        facts.put(page.t("asked.day"), page.when().date(q.receivedOn()));
        if (q.waitsUntil().isPresent()) facts.put(page.t("asked.dueOn"), page.when().date(q.dueOn()));
        if (q.file().offered() != null && !q.state().over())
            facts.put(page.t("asked.offered"),
                    page.when().date(q.file().offered().day()) + ", " + q.file().offered().place());
        return facts;
    }

    /** What was done, of which day. */
    public static String step(Page page, Entry entry) {
        var on = entry.on();
        var said = on == null
                ? page.t("asked.step." + entry.step())
                : page.t("asked.step." + entry.step(), page.when().date(on));
        return entry.ground() == null ? said : said + ": " + page.t("asked.ground." + entry.ground());
    }
}
