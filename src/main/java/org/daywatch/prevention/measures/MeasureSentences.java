package org.daywatch.prevention.measures;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a measure is and which gap it mends, in the reader's language where an instrument says it; what people wrote
 * stays as they wrote it.
 */
@Component
public class MeasureSentences {

    /** @param about the gap, empty where the measure is about none */
    public record Said(String what, String about) {}

    /** Whoever keeps instruments says their options in another language than the one they were stored in. */
    public interface OptionSentences {

        /** By measure; what no instrument knows is left out. */
        Map<UUID, Said> of(Collection<Measure> measures, String language);
    }

    private final OptionSentences options;

    MeasureSentences(OptionSentences options) {
        this.options = options;
    }

    public Map<UUID, Said> in(String language, Collection<Measure> measures) {
        var said = new HashMap<UUID, Said>();
        measures.forEach(m -> said.put(m.id(), new Said(m.what(), m.about())));
        said.putAll(options.of(measures.stream().filter(m -> m.assessmentId() != null && !m.item().isEmpty()).toList(),
                language));
        return said;
    }

    public Said in(String language, Measure measure) {
        return in(language, List.of(measure)).get(measure.id());
    }
}
