package org.daywatch.relationships.tips.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.tips.thread.TipContent;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as the door reads it. Nothing of it is lost where something is wrong.
 *
 * @param at the school chosen where several were meant
 * @param life "yes", "no" or nothing
 * @param id the number of the form, drawn with it
 * @param receipt as it was typed
 */
public record TipForm(String school, String at, String words, String life, String id, String receipt) {

    /** @param key of the sentence; @param args what it says */
    public record Wrong(String key, Object... args) {}

    /**
     * @param school empty where it is not known which
     * @param choices where several are meant
     */
    record Checked(Optional<DoorSchool> school, List<DoorSchool> choices, Map<String, Wrong> wrong) {}

    static TipForm of(Map<String, String> fields) {
        return new TipForm(fields.getOrDefault("school", "").strip(), fields.getOrDefault("at", ""),
                clean(fields.getOrDefault("words", "")), fields.getOrDefault("life", ""),
                Ids.find(fields.getOrDefault("form", "")).map(Object::toString)
                        .orElseGet(() -> java.util.UUID.randomUUID().toString()),
                fields.getOrDefault("receipt", "").strip());
    }

    /** As it stands on the page that everybody gets: its number comes by the script, or with the first answer. */
    static TipForm unsent(List<DoorSchool> schools) {
        return new TipForm(schools.size() == 1 ? schools.getFirst().label() : "", "", "", "", "", "");
    }

    public boolean danger() {
        return life.equals("yes");
    }

    Checked check(List<DoorSchool> schools) {
        var wrong = new LinkedHashMap<String, Wrong>();
        var meant = DoorSchool.meant(schools, school);
        var chosen = meant.size() == 1
                ? meant.stream().findFirst()
                : meant.stream().filter(one -> one.id().toString().equals(at)).findFirst();
        if (school.isEmpty()) wrong.put("school", new Wrong("tipdoor.wrong.school.none"));
        else if (meant.isEmpty()) wrong.put("school", new Wrong("tipdoor.wrong.school.unknown", school));
        else
            if (chosen.isEmpty())
                wrong.put("school", new Wrong(
                        meant.size() > DoorSchool.MOST_SHOWN
                                ? "tipdoor.wrong.school.many"
                                : "tipdoor.wrong.school.which",
                        school));
        chosen.filter(one -> !one.isRead())
                .ifPresent(one -> wrong.put("school", new Wrong("tipdoor.wrong.school.unread", one.label())));
        var words = wrongWords();
        if (words != null) wrong.put("words", words);
        if (!life.equals("yes") && !life.equals("no")) wrong.put("life", new Wrong("tipdoor.wrong.life"));
        return new Checked(chosen, chosen.isPresent()
                ? List.of()
                : meant.stream().limit(DoorSchool.MOST_SHOWN).toList(), wrong);
    }

    @Nullable
    Wrong wrongWords() {
        int left = TipContent.left(words);
        if (words.isBlank()) return new Wrong("tipdoor.wrong.words.none");
        return left < 0 ? new Wrong("tipdoor.wrong.words.long", -left) : null;
    }

    /** Everything that makes two forms the same. */
    String whole() {
        return String.join("\n", id, school, at, life, receipt, words);
    }

    /** Lines end alike everywhere, and what no keyboard types is left out. */
    private static String clean(String words) {
        return words.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").stripTrailing();
    }
}
