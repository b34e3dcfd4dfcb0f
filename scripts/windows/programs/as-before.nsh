; The setup as it was up to 0.1.0, to be upgraded from: electron-builder's own, with nothing of ours.
