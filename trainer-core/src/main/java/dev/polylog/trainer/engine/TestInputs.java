package dev.polylog.trainer.engine;

/** What stands for all inputs with clean labels when a network is observed. */
public sealed interface TestInputs permits SeenSamples, InputMeans {}
