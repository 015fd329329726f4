package org.daywatch.staffing.officers.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.Officer;
import org.jspecify.annotations.Nullable;

/** What was typed in the forms of an officer's file, read field by field; all mistakes are told at once. */
final class OfficerForms {

    private static final int LONGEST = 200;
    private static final List<String> TEXTS = List.of("name", "email", "phone", "badge", "certificate", "languages",
            "number");
    static final List<String> ROLES = List.of("SRO", "SSO", "JPO");

    private final Map<String, String> typed;
    private final List<FieldError> wrong = new ArrayList<>();

    private OfficerForms(Map<String, String> typed) {
        this.typed = typed;
    }

    static Officer.Details details(Map<String, String> typed) {
        var form = new OfficerForms(typed);
        var details = new Officer.Details(form.department(), form.must("name"), form.email(), form.text("phone"),
                form.must("badge"),
                form.choice("rank", Officer.Rank.class), form.date("hired"), form.text("certificate"),
                form.words("languages"), form.zip(),
                form.roles(), form.date("started"), form.choice("state", Officer.State.class));
        form.refuse();
        return details;
    }

    /**
     * The department's permission to work, which every program asks for: with the file of a new officer, where its last
     * day is known already.
     */
    static List<Credential> permission(Map<String, String> typed, LocalDate today) {
        var form = new OfficerForms(typed);
        var until = form.date("permittedUntil");
        if (until != null && until.isBefore(today)) form.error("permittedUntil", "officers.error.permitted");
        form.refuse();
        return until == null
                ? List.of()
                : List.of(new Credential(Ids.next(), Credential.Kind.WORK_PERMISSION, "", today, until, null,
                        Credential.State.VALID));
    }

    static Credential credential(Map<String, String> typed) {
        var form = new OfficerForms(typed);
        var kind = form.choice("kind", Credential.Kind.class);
        var issued = form.date("issued");
        if (issued == null) form.miss("issued");
        var expires = form.date("expires");
        if (issued != null && expires != null && expires.isBefore(issued))
            form.error("expires", "officers.error.expires");
        var hours = form.number("hours");
        if (kind != null && kind.needsHours() && hours == null) form.error("hours", "officers.error.hours");
        var state = form.choice("state", Credential.State.class);
        form.refuse();
        return new Credential(Ids.next(), kind, form.text("number"), issued, expires, hours, state);
    }

    private UUID department() {
        var text = text("department");
        var id = Ids.find(text);
        if (id.isEmpty()) miss("department");
        return id.orElse(new UUID(0, 0));
    }

    private String email() {
        var text = text("email");
        if (!text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) error("email", "officers.error.address");
        return text;
    }

    private String zip() {
        var text = text("zip");
        if (!text.isEmpty() && !text.matches("[0-9]{5}")) error("zip", "officers.error.zip");
        return text;
    }

    private Set<String> roles() {
        var roles = new LinkedHashSet<String>();
        ROLES.stream().filter(role -> text("role" + role).equals("true")).forEach(roles::add);
        if (roles.isEmpty()) error("roleSSO", "officers.error.role");
        return roles;
    }

    private List<String> words(String field) {
        var words = Arrays.stream(text(field).split("[,;\\s]+")).filter(w -> !w.isBlank())
                .map(w -> w.toLowerCase(java.util.Locale.ROOT)).distinct().toList();
        return words.isEmpty() ? List.of("en") : words;
    }

    private @Nullable LocalDate date(String field) {
        var text = text(field);
        if (text.isEmpty()) return null;
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 1900 || date.getYear() > 2100) error(field, "officers.error.year");
            return date;
        } catch (DateTimeParseException e) {
            error(field, "officers.error.date");
            return null;
        }
    }

    private @Nullable BigDecimal number(String field) {
        var text = text(field).replace(',', '.');
        if (text.isEmpty()) return null;
        if (text.matches("[0-9]{1,4}(\\.[0-9]{1,2})?")) return new BigDecimal(text);
        error(field, "officers.error.number");
        return null;
    }

    private <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        var text = text(field);
        var found = Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(text)).findFirst();
        if (found.isEmpty()) miss(field);
        return found.orElse(null);
    }

    private String must(String field) {
        var text = text(field);
        if (text.isEmpty()) miss(field);
        return text;
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private void tooLong() {
        for (var field : TEXTS) if (text(field).length() > LONGEST) error(field, "officers.error.tooLong");
    }

    private void miss(String field) {
        error(field, "officers.error.missing");
    }

    private void error(String field, String message) {
        wrong.add(new FieldError(field, text(field), message));
    }

    private void refuse() {
        tooLong();
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
    }
}
