package org.daywatch.emergencies.alerts.languages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.Shelter;
import org.daywatch.platform.web.Page;

/** The words a page's script shows an alert in, in the language of the page; fetched long before there is one. */
public final class ScreenWords {

    private static final List<String> WORDS = List.of("real", "drill", "drill.spoken", "test", "adults", "students",
            "ends", "acknowledge", "acknowledged", "safe", "needHelp", "help.sent",
            "open", "smaller", "call", "notTold", "lastKnown", "suspended", "unverified", "pressedBy", "pressedAt",
            "over", "close", "notSent", "notSent.drill", "accepted", "accepted.help", "stays", "held", "since", "mine",
            "room",
            "roll", "bright",
            "thisIsReal");

    private ScreenWords() {}

    public static Map<String, String> of(Page page) {
        var words = new LinkedHashMap<String, String>();
        for (var word : WORDS) words.put(word, page.t("alert.screen." + word));
        for (var action : ProtocolAction.values()) {
            for (var part : List.of("name", "adults", "students", "ends"))
                words.put(action + "." + part, page.t("protocol." + action + "." + part));
        }
        for (var pair : Shelter.pairs()) words.put(pair, page.t("protocol.shelter." + pair.replace('/', '.')));
        for (var word : List.of("notNeeded", "now", "iCalled", "notRecorded"))
            words.put("911." + word, page.t("alert.911." + word));
        words.put("going", page.t("helpcall.going"));
        words.put("going.none", page.t("helpcall.going.none"));
        words.put("go", page.t("helpcall.go"));
        words.put("notGo", page.t("helpcall.notGo"));
        words.put("said.going", page.t("helpcall.said.going"));
        words.put("said.notGoing", page.t("helpcall.said.notGoing"));
        words.put("yourCall", page.t("helpcall.title"));
        words.put("seenOf", page.t("alert.screen.seenOf", "{0}", "{1}"));
        words.put("seenSoFar", page.t("alert.screen.seenSoFar", "{0}"));
        words.put("asOf", page.t("alert.screen.asOf", "{0}"));
        words.put("fromMemory", page.t("alert.screen.fromMemory"));
        words.put("noList", page.t("alert.screen.noList"));
        words.put("names", page.t("alert.screen.names"));
        words.put("names.none", page.t("alert.screen.names.none"));
        words.put("who", page.t("reach.title"));
        for (var group : List.of("NEEDS_HELP", "NOT_REACHED", "DELIVERED"))
            words.put("names." + group, page.t("reach.group." + group, "{0}"));
        words.put("needHelpNow", page.t("alert.screen.needHelpNow", "{0}"));
        words.put("lang", page.lang());
        return words;
    }
}
