package org.daywatch.directory.intake;

/** Whoever wants to know how far a file is; called often, so it must be quick. */
@FunctionalInterface
public interface ImportWatch {

    ImportWatch NOBODY = (soFar, bytesDone, bytesAll) -> {};

    void at(ImportReport soFar, long bytesDone, long bytesAll);

    default ImportWatch and(ImportWatch other) {
        return (soFar, bytesDone, bytesAll) -> {
            at(soFar, bytesDone, bytesAll);
            other.at(soFar, bytesDone, bytesAll);
        };
    }
}
