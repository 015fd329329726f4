package org.daywatch.platform.web.forms;

import java.util.Collection;
import java.util.Locale;

/** What is typed to prove something stands in no page again, whatever became of the form it was in. */
public final class SecretFields {

    private static final String PASSWORD = "password";
    private static final String PIN = "pin";

    private SecretFields() {}

    public static boolean is(String field) {
        return field.equals(PIN) || field.toLowerCase(Locale.ROOT).contains(PASSWORD);
    }

    public static boolean any(Collection<String> fields) {
        return fields.stream().anyMatch(SecretFields::is);
    }
}
