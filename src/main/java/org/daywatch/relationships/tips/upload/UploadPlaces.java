package org.daywatch.relationships.tips.upload;

import java.util.concurrent.Semaphore;

/** So many large bodies are held at once, whoever sends them: a flood of them cannot fill the memory. */
public final class UploadPlaces {

    private final Semaphore free;

    public UploadPlaces(int most) {
        free = new Semaphore(most);
    }

    boolean take() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }
}
