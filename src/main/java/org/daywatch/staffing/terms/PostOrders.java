package org.daywatch.staffing.terms;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The post orders a request starts from: what an officer on campus does, from first bell to last. Each school changes
 * them as it needs.
 */
public final class PostOrders {

    private static final int LINES = 10;

    private PostOrders() {}

    /** @param text gives the sentence for a key, in the reader's language */
    public static String template(UnaryOperator<String> text) {
        return IntStream.rangeClosed(1, LINES).mapToObj(n -> n + ". " + text.apply("requests.orders." + n))
                .collect(Collectors.joining("\n"));
    }
}
