package org.daywatch.platform.securitylog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which lines of the audit are security events too: audited-events.properties. A new list's file is in it without a
 * word, because whatever is taken as a list is one kind of line.
 */
record AuditedEvents(Map<String, SecurityEvent> named) {

    static AuditedEvents read() {
        var all = new Properties();
        try (var file = AuditedEvents.class.getResourceAsStream("audited-events.properties")) {
            all.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var named = new TreeMap<String, SecurityEvent>();
        all.stringPropertyNames().forEach(action -> named.put(action, SecurityEvent.valueOf(all.getProperty(action))));
        return new AuditedEvents(Map.copyOf(named));
    }

    Optional<SecurityEvent> of(String action) {
        return Optional.ofNullable(named.get(action));
    }
}
