package org.daywatch.platform.operations;

import java.util.List;
import org.daywatch.platform.web.kit.Chip;

/**
 * Something an operator should see, contributed by a feature: an import that stands still, a queue that grows.
 *
 * @param labelKey in the feature's message file
 * @param words whether the figure is a key of that file too, because it is no number
 */
public record Sign(String labelKey, String figure, String href, Chip.Tone tone, boolean words) {

    public Sign(String labelKey, String figure, String href, Chip.Tone tone) {
        this(labelKey, figure, href, tone, false);
    }

    /** A feature that has signs to show, for the organization that is bound. */
    public interface Source {
        List<Sign> signs();
    }
}
