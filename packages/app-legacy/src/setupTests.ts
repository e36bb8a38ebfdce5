import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Patience, not a limit: on a busy machine rendering takes many times as long.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
