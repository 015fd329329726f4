package org.daywatch.platform.errors;

import java.util.Map;

/** A well-formed command that the rules do not allow now. */
public final class Refused extends Problem {

    private final RefusalCode code;
    private final Map<String, Object> details;

    public Refused(RefusalCode code, Map<String, Object> details) {
        super(code.name() + (details.isEmpty() ? "" : " " + details));
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public Refused(RefusalCode code) {
        this(code, Map.of());
    }

    public RefusalCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String type() {
        return code.name().toLowerCase().replace('_', '-');
    }
}
