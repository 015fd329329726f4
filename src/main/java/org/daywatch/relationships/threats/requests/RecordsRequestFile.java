package org.daywatch.relationships.threats.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.daywatch.relationships.threats.requests.RecordsRequest.Asker;
import org.daywatch.relationships.threats.requests.RecordsRequest.Ground;
import org.daywatch.relationships.threats.requests.RecordsRequest.Offered;
import org.daywatch.relationships.threats.requests.RecordsRequest.Prepared;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a request; all of it is sealed.
 *
 * @param statement of the parent, which stays with the record
 */
public record RecordsRequestFile(Asker asker, List<Entry> entries, @Nullable Prepared prepared,
        @Nullable Offered offered, String statement) {

    /**
     * Something was done. @param step the command's name. @param on the day it speaks of. @param ground of a refusal
     */
    public record Entry(String step, LocalDate day, @Nullable LocalDate on, @Nullable Ground ground, String words,
            String by) {}

    static RecordsRequestFile fresh(Asker asker, Entry received) {
        return new RecordsRequestFile(asker, List.of(received), null, null, "");
    }

    RecordsRequestFile plus(Entry entry) {
        return new RecordsRequestFile(asker, Stream.concat(entries.stream(), Stream.of(entry)).toList(), prepared,
                offered, statement);
    }

    RecordsRequestFile prepared(Prepared paper) {
        return new RecordsRequestFile(asker, entries, paper, offered, statement);
    }

    RecordsRequestFile offered(Offered day) {
        return new RecordsRequestFile(asker, entries, prepared, day, statement);
    }

    RecordsRequestFile statement(String words) {
        return new RecordsRequestFile(asker, entries, prepared, offered, words);
    }
}
