package org.daywatch.platform.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.jspecify.annotations.Nullable;

/**
 * What every template knows: title, language, who is signed in, navigation, the token against cross-site posts.
 * Handlers take it as a parameter and give it a title.
 *
 * @param rung the organization's last ring before this page read anything: its stream begins there, so that none is
 * lost between
 */
public record Page(String title, String lang, Texts texts, @Nullable Actor actor, String personName, List<NavItem> nav,
        Csrf csrf, Kind kind,
        @Nullable Flash flash, String path, boolean fragment, long rung, Map<String, String> errors,
        Map<String, String> values) {

    /** Which form of the page comes back, among its values. */
    public static final String FORM = "form-that-comes-back";

    private static final int AT_HAND = 4;
    private static final int SHOWN = 60;

    /** What the ribbon above each page says: nothing, a demonstration, or a restored copy that sends nothing. */
    public enum Kind {
        REAL, DEMO, COPY
    }

    public boolean demo() {
        return kind == Kind.DEMO;
    }

    public boolean copy() {
        return kind == Kind.COPY;
    }

    /** Hidden field of every form that posts. */
    public record Csrf(String name, String token) {}

    /** A day, a month or a time among the arguments is written as the reader writes it: "Nov 17, 2026". */
    public String t(String key, Object... args) {
        return texts.of(lang, key, java.util.Arrays.stream(args).map(this::written).toArray());
    }

    /** Several of a kind in a row, each by the sentence of its word: "Monday, Friday". */
    public String list(String prefix, Collection<?> values) {
        return values.stream().map(value -> t(prefix + value)).collect(Collectors.joining(", "));
    }

    private Object written(Object arg) {
        return switch (arg) {
            case java.time.LocalDate date -> when().date(date);
            case java.time.YearMonth month -> when().month(month);
            case java.time.LocalTime time -> when().time(time);
            case null, default -> arg;
        };
    }

    /** How days and times are written in the reader's language. */
    public When when() {
        return When.in(lang);
    }

    /** "Arizona", "Eastern": whose clock a time is on; a zone without a word of its own keeps its id. */
    public String zone(java.time.ZoneId zone) {
        return has("zone." + zone.getId()) ? t("zone." + zone.getId()) : zone.getId();
    }

    /** In feet, and in miles where it is far; with the signs of American numbers, in Spanish too. */
    public String distance(int meters) {
        var way = new org.daywatch.platform.places.Distance(meters);
        return way.isFar()
                ? t("web.distance.miles", String.format(java.util.Locale.US, "%,.1f", way.miles()))
                : t("web.distance.feet", String.format(java.util.Locale.US, "%,d", way.feet()));
    }

    /** "Aug 3, 2026 – May 20, 2027", or the day alone. */
    public String days(java.time.LocalDate first, java.time.LocalDate last) {
        return first.equals(last) ? when().dayAndYear(first) : when().date(first) + " – " + when().date(last);
    }

    /** What went wrong, in a sentence for people, for pages that show it beside the form. */
    public String sentence(org.daywatch.platform.errors.Problem problem) {
        return ProblemAdvice.sentence(this, problem);
    }

    /** A shipped sentence of the database in the reader's language; see {@link Texts#stored}. */
    public String stored(String kind, String words) {
        return texts.stored(lang, kind, words);
    }

    /** What happened, as the reader calls it; one that has no name yet by its own. */
    public String event(String action) {
        return has("event." + action) ? t("event." + action) : action;
    }

    public boolean has(String key) {
        return texts.has(key);
    }

    public boolean signedIn() {
        return !personName.isEmpty();
    }

    public String actingFor() {
        return actor == null ? "" : actor.organization();
    }

    /** What the reader may do, for scripts that then know whether there is anything for them to ask. */
    public String may() {
        return actor == null
                ? ""
                : actor.permissions().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    public String roleName() {
        return actor == null ? "" : t("role." + actor.role().name());
    }

    /** Officers work on a phone: navigation at the bottom, one column. */
    public boolean phone() {
        return actor != null && actor.role() == org.daywatch.platform.identity.Role.OFFICER;
    }

    /** Under the thumb there is room for four and "More"; a rail on a desk shows everything. */
    public List<NavItem.Part> navAtHand() {
        return NavItem.parts(nav.subList(0, atHand()));
    }

    public List<NavItem.Part> navBehindMore() {
        return NavItem.parts(nav.subList(atHand(), nav.size()));
    }

    /** The reader is on one of the pages behind "More". */
    public boolean behindMore() {
        return nav.subList(atHand(), nav.size()).stream().anyMatch(NavItem::current);
    }

    private int atHand() {
        return phone() && nav.size() > AT_HAND + 1 ? AT_HAND : nav.size();
    }

    /** A fresh id for a hidden field, so that a double click is one command ({@code Forms}). */
    public UUID formId() {
        return Ids.next();
    }

    public Page titled(String key, Object... args) {
        return new Page(t(key, args), lang, texts, actor, personName, nav, csrf, kind, flash, path, fragment, rung,
                errors, values);
    }

    public Page says(String tone, String text) {
        return new Page(title, lang, texts, actor, personName, nav, csrf, kind, new Flash(tone, text), path, fragment,
                rung, errors, values);
    }

    /** The same page in a language that is asked for by name; another word changes nothing. */
    public Page in(String language) {
        return new Page(title, Texts.LANGUAGES.contains(language) ? language : lang, texts, actor, personName, nav,
                csrf, kind, flash, path, fragment, rung, errors, values);
    }

    /** The form comes back with what was typed and a message at each wrong field. */
    public Page with(Map<String, String> errors, Map<String, String> values) {
        return new Page(title, lang, texts, actor, personName, nav, csrf, kind, flash, path, fragment, rung, errors,
                values);
    }

    /** The same for input that named its own mistakes; their messages may be keys or plain sentences. */
    public Page with(InvalidInput wrong, Map<String, String> values) {
        var said = new LinkedHashMap<String, String>();
        wrong.errors().forEach(e -> said.putIfAbsent(e.field(), said(e)));
        return with(said, values);
    }

    /** What is wrong with a field, with as much of what was typed there as a sentence holds. */
    public String said(FieldError wrong) {
        String value = wrong.value();
        String shown = value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return has(wrong.message()) ? t(wrong.message(), shown) : wrong.message();
    }

    /** Of several forms on one page this one: with what was typed in it where it comes back, else as it starts. */
    public Page form(String name) {
        return name.equals(values.get(FORM)) ? this : with(Map.of(), Map.of());
    }

    /** Whether a form comes back with what was typed in it; then it stands open. */
    public boolean comesBack() {
        return values.containsKey(FORM);
    }

    /** @return the message at a field, or an empty string */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** @return what the person typed, or the value the form starts with */
    public String value(String field, @Nullable Object initial) {
        return values.getOrDefault(field, initial == null ? "" : initial.toString());
    }
}
