package org.daywatch.platform.setup.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.daywatch.platform.setup.file.SetupReport.Change;
import org.jspecify.annotations.Nullable;

/** Field by field, what the file wants otherwise than it stands. */
public final class Differences {

    private final List<Change> changes = new ArrayList<>();

    public Differences of(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) changes.add(new Change(field, text(before), text(after)));
        return this;
    }

    public boolean any() {
        return !changes.isEmpty();
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
