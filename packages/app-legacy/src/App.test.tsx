import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('opens on the choice of people', async () => {
    // The object is replaced because an environment variable holds text only.
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Test', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
          },
        },
      ] as any,
    };

    render(<App />);

    await expect(
      screen.findByRole('heading', { name: 'Autonomy for Backstage' }),
    ).resolves.toBeInTheDocument();
  });
});
